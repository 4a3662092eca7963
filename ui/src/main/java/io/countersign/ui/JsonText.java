package io.countersign.ui;

import io.countersign.audit.CanonicalJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON laid out for reading, one member a line. */
@Named
@ApplicationScoped
public class JsonText {

    private static final String STEP = "  ";

    /** The value's text; empty for null and for an empty object. */
    public String of(@Nullable Object value) {
        if (value == null || value instanceof Map<?, ?> map && map.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        write(value, "", out);
        return out.toString();
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

    private static void write(@Nullable Object value, String indent, StringBuilder out) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            String separator = "{\n";
            for (Map.Entry<?, ?> member : map.entrySet()) {
                out.append(separator)
                        .append(indent)
                        .append(STEP)
                        .append(CanonicalJson.of(String.valueOf(member.getKey())))
                        .append(": ");
                write(member.getValue(), indent + STEP, out);
                separator = ",\n";
            }
            out.append('\n').append(indent).append('}');
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            String separator = "[\n";
            for (Object item : list) {
                out.append(separator).append(indent).append(STEP);
                write(item, indent + STEP, out);
                separator = ",\n";
            }
            out.append('\n').append(indent).append(']');
        } else {
            out.append(CanonicalJson.of(value));
        }
    }
}
