package io.countersign.approvals;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which names tools and action types may have: no name that looks like another one. */
public final class ToolNames {

    /** What a refusal says of a name that is none. */
    public static final String RULE =
            "must have 1 to 200 of the characters A-Z a-z 0-9 . _ : / - and begin with a letter or digit";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,199}");

    private ToolNames() {}

    /** Whether both are the same name; case does not tell names apart. */
    public static boolean isSame(@Nullable String one, @Nullable String other) {
        return one != null && other != null && one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }

    /** Whether it can be the name of a tool or of a class of action. */
    public static boolean isValid(String name) {
        return NAME.matcher(name).matches();
    }
}
