package io.countersign.notify;

import io.countersign.kernel.settings.SettingSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Settings out of a map, by the names of properties. */
public final class MapConfig implements SettingSource {
    private final Map<String, String> values = new HashMap<>();

    public MapConfig with(String name, String value) {
        values.put(name, value);
        return this;
    }

    @Override
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name.toLowerCase(Locale.ROOT).replace('_', '.')));
    }
}
