package io.countersign.web.decide;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a posted form. What cannot be decoded is left out.
 *
 * @param twice the first field that is given more than once, null when each is given once: which one counts, nobody knows
 */
record FormFields(Map<String, String> fields, @Nullable String twice) {

    static FormFields parse(byte[] body) {
        Map<String, String> fields = new HashMap<>();
        String twice = null;
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&")) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = decode(equals < 0 ? "" : pair.substring(equals + 1));
            if (name != null && value != null && fields.putIfAbsent(name, value) != null && twice == null) {
                twice = name;
            }
        }
        return new FormFields(fields, twice);
    }

    @Nullable
    String get(String name) {
        return fields.get(name);
    }

    private static @Nullable String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
