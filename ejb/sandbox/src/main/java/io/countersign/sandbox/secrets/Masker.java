package io.countersign.sandbox.secrets;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Replaces secret values of {@value #SHORTEST} characters or more by {@code ***}: as they are, URL-, JSON- and
 * base64-encoded (wherever in a longer text they were when it was encoded), the longest first.
 */
public final class Masker {
    /** Shorter values are left as they are. */
    public static final int SHORTEST = 6;
    /** What shows instead. */
    public static final String MASK = "***";

    private final List<String> forms;

    private Masker(List<String> forms) {
        this.forms = forms;
    }

    /** A masker of these values; too short ones are ignored. */
    public static Masker of(Collection<String> secrets) {
        Set<String> forms = new LinkedHashSet<>();
        secrets.stream().filter(s -> s.length() >= SHORTEST).forEach(s -> addForms(s, forms));
        forms.removeIf(f -> f.length() < SHORTEST);
        List<String> sorted = new ArrayList<>(forms);
        sorted.sort(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        return new Masker(sorted);
    }

    private static void addForms(String secret, Set<String> forms) {
        forms.add(secret);
        String url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        String path = url.replace("+", "%20");
        forms.addAll(List.of(url, path, lowerHex(url), lowerHex(path)));
        String json = secret.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
        forms.addAll(List.of(json, json.replace("/", "\\/")));
        addBase64(secret.getBytes(StandardCharsets.UTF_8), forms);
    }

    private static String lowerHex(String encoded) {
        StringBuilder out = new StringBuilder(encoded);
        for (int i = 0; i + 2 < out.length(); i++) {
            if (out.charAt(i) == '%') {
                String hex = out.substring(i + 1, i + 3).toLowerCase(Locale.ROOT);
                out.replace(i + 1, i + 3, hex);
            }
        }
        return out.toString();
    }

    /** The part of the encoding that depends on the secret alone, for each of the three places it can start at. */
    private static void addBase64(byte[] secret, Set<String> forms) {
        for (int offset = 0; offset < 3; offset++) {
            byte[] shifted = new byte[offset + secret.length];
            System.arraycopy(secret, 0, shifted, offset, secret.length);
            int first = offset == 0 ? 0 : offset == 1 ? 2 : 3;
            int whole = shifted.length * 8 / 6;
            for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
                String text = encoder.withoutPadding().encodeToString(shifted);
                forms.add(text.substring(Math.min(first, text.length()), Math.min(whole, text.length())));
                if (offset == 0) {
                    forms.add(text);
                    forms.add(encoder.encodeToString(Arrays.copyOf(secret, secret.length)));
                }
            }
        }
    }

    /** Whether the text holds a secret. */
    public boolean finds(String text) {
        return forms.stream().anyMatch(text::contains);
    }

    /** The text, masked, with no more than so many characters of it: a secret is not cut in two, for half of one is not masked. */
    public String mask(String text, int most) {
        if (text.length() <= most) {
            return mask(text);
        }
        int end = most;
        for (String form : forms) {
            int from = Math.max(0, most - form.length() + 1);
            int at = text.substring(from, Math.min(text.length(), most + form.length() - 1))
                    .indexOf(form);
            end = at < 0 ? end : Math.min(end, from + at);
        }
        return mask(text.substring(0, end)) + "...";
    }

    /** The text without secrets; null stays null. */
    public String mask(String text) {
        if (text == null) {
            return null;
        }
        String masked = text;
        for (String form : forms) {
            if (masked.contains(form)) {
                masked = masked.replace(form, MASK);
            }
        }
        return masked;
    }

    /** The same data without secrets, keys included. */
    public Map<String, Object> mask(Map<String, Object> data) {
        if (forms.isEmpty()) {
            return data;
        }
        Map<String, Object> masked = new LinkedHashMap<>();
        data.forEach((k, v) -> masked.put(mask(k), maskValue(v)));
        return masked;
    }

    @SuppressWarnings("unchecked")
    private Object maskValue(Object value) {
        if (value instanceof String s) {
            return mask(s);
        }
        if (value instanceof Map<?, ?> m) {
            return mask((Map<String, Object>) m);
        }
        if (value instanceof List<?> l) {
            List<Object> masked = new ArrayList<>();
            l.forEach(x -> masked.add(maskValue(x)));
            return masked;
        }
        return value instanceof Number n && finds(n.toString()) ? MASK : value;
    }
}
