package io.countersign.security;

import io.countersign.kernel.FieldType;
import java.util.regex.Pattern;

/** How the name of a script's secret is written, wherever one is named: a definition, a header, a binding, a policy, a dry run. */
public final class SecretName {

    /** The name as a field that somebody sends. */
    public static final FieldType<String> FIELD = FieldType.pattern(
            Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}"), "a secret's name: letters, digits and _, such as API_KEY");

    private SecretName() {}
}
