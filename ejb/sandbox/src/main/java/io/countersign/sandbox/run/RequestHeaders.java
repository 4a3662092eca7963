package io.countersign.sandbox.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The headers of a request, each of them once: RFC 9110, sections 5.2 and 5.3. */
final class RequestHeaders {
    private static final int MOST = 100;
    private static final String CONTENT_TYPE = "content-type";

    /** Those of a request that hold no list: a second field would be an error, or would be read by some and not by others. */
    private static final Set<String> SINGLE = Set.of(
            "authorization",
            "content-disposition",
            "content-location",
            CONTENT_TYPE,
            "date",
            "from",
            "if-modified-since",
            "if-range",
            "if-unmodified-since",
            "max-forwards",
            "origin",
            "proxy-authorization",
            "range",
            "referer",
            "soapaction",
            "user-agent");

    private final Map<String, Map.Entry<String, String>> byName = new LinkedHashMap<>();
    private @Nullable String defaultType;

    /**
     * Sets the header, or adds to its list.
     *
     * @throws IllegalArgumentException if there are too many
     */
    void set(String name, String value) {
        String key = name.toLowerCase(Locale.ROOT);
        Map.Entry<String, String> known = byName.get(key);
        if (known == null && byName.size() >= MOST) {
            throw new IllegalArgumentException("more than " + MOST + " headers");
        }
        boolean joined = known != null && !SINGLE.contains(key);
        byName.put(
                key, joined ? Map.entry(known.getKey(), join(key, known.getValue(), value)) : Map.entry(name, value));
    }

    private static String join(String key, String before, String value) {
        return before + (key.equals("cookie") ? "; " : ", ") + value;
    }

    /** The type that the body has unless a header says another one; null if the body has none. */
    void defaultType(@Nullable String type) {
        defaultType = type;
    }

    /** In the order in which they were first set. */
    List<Map.Entry<String, String>> all() {
        List<Map.Entry<String, String>> all = new ArrayList<>(byName.values());
        String type = defaultType;
        if (type != null && !byName.containsKey(CONTENT_TYPE)) {
            all.add(Map.entry("Content-Type", type));
        }
        return List.copyOf(all);
    }
}
