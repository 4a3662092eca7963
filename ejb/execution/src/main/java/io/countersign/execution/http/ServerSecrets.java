package io.countersign.execution.http;

import io.countersign.execution.ExecutionSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values behind secrets' names: {@code SECRET_<NAME>} and never another variable. */
@ApplicationScoped
public class ServerSecrets {

    private final ExecutionSettings settings;

    @Inject
    public ServerSecrets(ExecutionSettings settings) {
        this.settings = settings;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected ServerSecrets() {
        this(null);
    }

    /** The values that are set, of the names granted. */
    public Map<String, String> granted(Collection<String> names) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : names) {
            settings.secret(name).ifPresent(value -> values.put(name, value));
        }
        return values;
    }
}
