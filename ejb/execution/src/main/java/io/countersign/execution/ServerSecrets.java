package io.countersign.execution;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The values behind secrets' names: {@code SECRET_<NAME>} and never another variable. */
@ApplicationScoped
class ServerSecrets {

    /** The values that are set, of the names granted. */
    Map<String, String> granted(Collection<String> names) {
        Config config = ConfigProvider.getConfig();
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : names) {
            config.getOptionalValue("SECRET_" + name, String.class).ifPresent(value -> values.put(name, value));
        }
        return values;
    }
}
