package io.countersign.security;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** User names in their one spelling, and which of them a person may have. */
public final class UserNames {

    /** Owner of the key that the operator installs; nobody else is called so. */
    public static final String BOOTSTRAP_ADMIN = "bootstrap-admin";

    /** Letters that have no upper case form, marks, digits and the signs that Keycloak's own rules let into a name. */
    private static final Pattern VALID =
            Pattern.compile("[\\p{Ll}\\p{Lm}\\p{Lo}\\p{N}_][\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}\\p{N}._@+~'!-]{0,254}");
    /** What the record and the console call somebody who is no person. */
    private static final Set<String> RESERVED = Set.of(
            "system",
            "server",
            "service",
            "token",
            "channel",
            "policy",
            "emergency",
            "agent",
            "slack",
            "teams",
            "email",
            "rest",
            "console",
            "mcp",
            "anonymous",
            "unknown",
            "nobody",
            "everybody",
            "everyone",
            "countersign");

    /** Scripts that one language writes together. */
    private static final Set<UnicodeScript> JAPANESE =
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

    private static final Set<UnicodeScript> KOREAN = EnumSet.of(UnicodeScript.HAN, UnicodeScript.HANGUL);
    private static final Set<UnicodeScript> CHINESE = EnumSet.of(UnicodeScript.HAN, UnicodeScript.BOPOMOFO);

    private UserNames() {}

    /** The one spelling of a name: Unicode compatibility composition (NFKC, UAX #15) and case folding. */
    public static String normal(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFKC);
        // by way of upper case, since some letters have several lower case forms
        String folded = lower(lower(composed).toUpperCase(Locale.ROOT));
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }

    /** Letter by letter, whatever stands beside it. */
    private static String lower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
        return lower.toString();
    }

    /** What is wrong with a name in its one spelling, in words; null when a person may be called so. */
    public static @Nullable String flaw(String normalName) {
        if (!isValid(normalName)) {
            return "must be a user name: letters, digits and . _ @ + -, 255 at most";
        }
        if (isReserved(normalName)) {
            return "is a reserved word, not a person";
        }
        return isOneScript(normalName) ? null : "mixes letters of different scripts, which look alike";
    }

    /** Whether a name in its one spelling can be a user name. */
    public static boolean isValid(String normalName) {
        return VALID.matcher(normalName).matches();
    }

    /** Whether a name in its one spelling means somebody who is no person. */
    public static boolean isReserved(String normalName) {
        return RESERVED.contains(normalName);
    }

    /** Whether all letters are of one script, or of scripts that one language writes together (after UTS #39). */
    static boolean isOneScript(String name) {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        name.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
        scripts.remove(UnicodeScript.COMMON);
        scripts.remove(UnicodeScript.INHERITED);
        return scripts.size() <= 1
                || JAPANESE.containsAll(scripts)
                || KOREAN.containsAll(scripts)
                || CHINESE.containsAll(scripts);
    }
}
