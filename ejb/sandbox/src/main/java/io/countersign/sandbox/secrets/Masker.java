package io.countersign.sandbox.secrets;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Replaces secret values of {@value #SHORTEST} characters or more by {@code ***}: as they are, in either case, URL-, JSON-,
 * HTML-, quoted-printable-, hex- and base64-encoded (wherever in a longer text they were when it was encoded), whoever
 * encoded them; a number also in all the ways in which numbers are written.
 */
public final class Masker {
    /** Shorter values are left as they are. */
    public static final int SHORTEST = 6;
    /** What shows instead. */
    public static final String MASK = "***";
    /** One character may be three bytes in percent signs, each of them an entity. */
    private static final int LONGEST_CHARACTER = 108;

    /** More digits are in no result. */
    private static final int LONGEST_PLAIN = 10_000;

    private static final int[] BASES = {2, 8, 16, 32, 36};

    private final Set<String> secrets;
    private List<Search> forms = List.of();
    private WrittenNumbers numbers = WrittenNumbers.of(List.of());
    private int longest;

    private record Span(int from, int to) {}

    private Masker(Collection<String> secrets) {
        this.secrets = new LinkedHashSet<>(secrets);
        prepare();
    }

    /** A masker of these values; too short ones are ignored. */
    public static Masker of(Collection<String> secrets) {
        return new Masker(secrets);
    }

    /** Masks this value too from now on, if it is not too short; on the thread that masks. */
    public void add(String secret) {
        if (secrets.add(secret)) {
            prepare();
        }
    }

    private void prepare() {
        Set<String> written = new LinkedHashSet<>();
        for (String secret : secrets) {
            if (secret.length() >= SHORTEST) {
                written.add(secret);
                addBase64(secret.getBytes(StandardCharsets.UTF_8), written);
                written.add(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
                addBases(secret, written);
            }
        }
        written.removeIf(f -> f.length() < SHORTEST);
        forms = written.stream().map(Search::of).toList();
        numbers = WrittenNumbers.of(secrets);
        longest = written.stream().mapToInt(String::length).max().orElse(0);
    }

    /** A number to the bases in which somebody may write it. */
    private static void addBases(String secret, Set<String> forms) {
        BigInteger number = WrittenNumbers.integer(secret);
        for (int base : number == null ? new int[0] : BASES) {
            forms.add(number.toString(base));
        }
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
        return !spans(text).isEmpty();
    }

    /** The text, masked, with no more than so many characters of it: a secret is not cut in two, for half of one is not masked. */
    public String mask(String text, int most) {
        if (text.length() <= most) {
            return mask(text);
        }
        String beginning = text.substring(0, (int) Math.min(text.length(), most + (long) longest * LONGEST_CHARACTER));
        List<Span> spans = spans(beginning);
        int end = most;
        for (Span span : spans) {
            end = span.from < most && span.to > most ? span.from : end;
        }
        return hide(beginning, spans, end) + "...";
    }

    /** The text without secrets; null stays null. */
    public String mask(String text) {
        return text == null ? null : hide(text, spans(text), text.length());
    }

    private static String hide(String text, List<Span> spans, int end) {
        StringBuilder masked = new StringBuilder();
        int at = 0;
        for (Span span : spans) {
            if (span.to <= end) {
                masked.append(text, at, span.from).append(MASK);
                at = span.to;
            }
        }
        return masked.append(text, at, end).toString();
    }

    /** Where secrets stand, in their order; those that overlap are one. */
    private List<Span> spans(String text) {
        List<Span> found = new ArrayList<>();
        if (!forms.isEmpty()) {
            DecodedView.of(text, reading -> find(reading, found));
        }
        found.sort(Comparator.comparingInt(Span::from));
        List<Span> apart = new ArrayList<>();
        for (Span next : found) {
            Span last = apart.isEmpty() ? new Span(0, 0) : apart.get(apart.size() - 1);
            if (next.from < last.to) {
                apart.set(apart.size() - 1, new Span(last.from, Math.max(last.to, next.to)));
            } else {
                apart.add(next);
            }
        }
        return apart;
    }

    private void find(DecodedView reading, List<Span> found) {
        for (Search form : forms) {
            form.in(reading.text(), (from, to) -> found.add(new Span(reading.from(from), reading.to(to - 1))));
        }
        if (!numbers.isEmpty()) {
            numbers.find(reading.text(), (from, to) -> found.add(new Span(reading.from(from), reading.to(to - 1))));
        }
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
        return value instanceof Number n && (finds(n.toString()) || finds(plain(n))) ? MASK : value;
    }

    /** As JSON has it, where an exponent's zeros are written out. */
    private static String plain(Number n) {
        return n instanceof BigDecimal d && Math.abs((long) d.scale()) <= LONGEST_PLAIN
                ? d.toPlainString()
                : n.toString();
    }
}
