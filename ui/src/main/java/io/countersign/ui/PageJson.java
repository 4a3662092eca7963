package io.countersign.ui;

import io.countersign.kernel.CanonicalJson;
import io.countersign.kernel.IndentedJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON laid out for reading, one member a line. */
@Named
@ApplicationScoped
public class PageJson {

    /** The value's text; empty for null and for an empty object. */
    public String of(@Nullable Object value) {
        if (value == null || value instanceof Map<?, ?> map && map.isEmpty()) {
            return "";
        }
        return IndentedJson.of(value);
    }

    /** A line of members, {@code status=200 host=fw}, for log fields. */
    public String inline(@Nullable Map<String, Object> fields) {
        StringBuilder out = new StringBuilder();
        if (fields != null) {
            fields.forEach((name, value) -> out.append(out.isEmpty() ? "" : "  ")
                    .append(name)
                    .append('=')
                    .append(value instanceof String text ? text : CanonicalJson.of(value)));
        }
        return out.toString();
    }
}
