package io.countersign.security;

import java.util.Locale;
import java.util.regex.Pattern;

/** User names as Keycloak writes them: one person never has two spellings. */
public final class UserNames {

    /** Letters that have no upper case form, marks, digits and the signs that Keycloak's own rules let into a name. */
    private static final Pattern VALID =
            Pattern.compile("[\\p{Ll}\\p{Lm}\\p{Lo}\\p{N}_][\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}\\p{N}._@+~'!-]{0,254}");

    private UserNames() {}

    /** The one spelling of a name. */
    public static String normal(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Whether a name in its one spelling can be a user name. */
    public static boolean isValid(String normalName) {
        return VALID.matcher(normalName).matches();
    }
}
