package io.countersign.kernel;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON laid out for reading, one member a line. */
public final class IndentedJson {

    private static final String STEP = "  ";

    private IndentedJson() {}

    /** The value's text, members in the order in which the map has them. */
    public static String of(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        write(value, "", out);
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
