package io.countersign.sandbox.run;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The fields of a form as {@code application/x-www-form-urlencoded} text, in the order of the map. */
final class FormBody {
    private FormBody() {}

    /** @throws IllegalArgumentException naming the field that has no text, number or boolean */
    static String of(Map<String, ?> fields) {
        if (fields == null) {
            throw new IllegalArgumentException("the fields of a form must not be null");
        }
        StringJoiner pairs = new StringJoiner("&");
        for (Map.Entry<String, ?> field : fields.entrySet()) {
            String name = String.valueOf((Object) field.getKey());
            if (field.getValue() instanceof Collection<?> several) {
                several.forEach(each -> pairs.add(pair(name, each)));
            } else {
                pairs.add(pair(name, field.getValue()));
            }
        }
        return pairs.toString();
    }

    private static String pair(String name, @Nullable Object value) {
        if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
            String is = value == null ? "null" : PlainCopy.nameOf(value.getClass());
            throw new IllegalArgumentException(
                    "form field " + name + " must be a text, a number, a boolean or a collection of these, not " + is);
        }
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }
}
