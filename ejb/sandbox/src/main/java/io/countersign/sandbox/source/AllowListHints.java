package io.countersign.sandbox.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** What to use instead of something refused: {@code hints.txt} beside this class, of whose names the longest that fits speaks. */
public final class AllowListHints {
    private static final char ANY_ENDING = '*';

    private AllowListHints() {}

    /** Read when something is first refused. */
    private static final class Read {
        static final Map<String, String> HINTS = hints();
    }

    static Map<String, String> all() {
        return Read.HINTS;
    }

    private static Map<String, String> hints() {
        Map<String, String> hints = new TreeMap<>();
        try (InputStream in = AllowListHints.class.getResourceAsStream("hints.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                int bar = line.indexOf('|');
                if (!line.startsWith("#") && bar > 0) {
                    hints.put(
                            line.substring(0, bar).strip(),
                            line.substring(bar + 1).strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hints;
    }

    /** A half sentence for a refused {@code owner} or {@code owner.member}. */
    public static String instead(String name) {
        String at = name.replace('$', '.');
        String best = "";
        for (String hint : Read.HINTS.keySet()) {
            if (hint.length() > best.length() && fits(hint, at)) {
                best = hint;
            }
        }
        return "; " + Read.HINTS.getOrDefault(best, "see the script guide for what is");
    }

    private static boolean fits(String hint, String name) {
        int end = hint.length() - 1;
        if (hint.charAt(end) == ANY_ENDING) {
            return name.startsWith(hint.substring(0, end));
        }
        return name.equals(hint) || name.startsWith(hint + ".");
    }
}
