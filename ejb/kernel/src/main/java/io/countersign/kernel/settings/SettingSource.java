package io.countersign.kernel.settings;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Where the texts of settings come from. */
@FunctionalInterface
public interface SettingSource {

    /** The text under the name of an environment variable. */
    Optional<String> text(String name);

    /** What this server was started with. No other class asks for the configuration. */
    static SettingSource ofServer() {
        Config config = ConfigProvider.getConfig();
        return name -> config.getOptionalValue(name.toLowerCase(Locale.ROOT).replace('_', '.'), String.class)
                .or(() -> config.getOptionalValue(name, String.class));
    }

    /** The value of a script's secret, as it is: {@code SECRET_<NAME>}, a name of the operator's choice. */
    default Optional<String> secret(String name) {
        return text("SECRET_" + name);
    }

    /** Texts by the names of variables. */
    static SettingSource of(Map<String, String> texts) {
        return name -> Optional.ofNullable(texts.get(name));
    }
}
