package io.countersign.ui;

import io.countersign.security.DerivedSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * What is written on a form so that it can be recognised when its session is gone: that we made it, and for whom. It lets
 * nobody do anything; {@link ForgeryGuard} decides whether a form belongs to the session that posts it.
 */
@ApplicationScoped
class FormSeal {

    private final DerivedSecrets secrets;

    @Inject
    FormSeal(DerivedSecrets secrets) {
        this.secrets = secrets;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected FormSeal() {
        this.secrets = null;
    }

    /** The session's secret with both marks. */
    String seal(String nonce, String person) {
        return nonce + "." + mark("any", nonce) + "." + mark("of:" + person, nonce);
    }

    /** Whether a form with this field was made by us, for whomever. */
    boolean isOurs(@Nullable String sealed) {
        String[] parts = parts(sealed);
        return parts.length == 3 && same(parts[1], mark("any", parts[0]));
    }

    /** Whether it was made for this person, in this or in an earlier session. */
    boolean isOf(@Nullable String sealed, String person) {
        return isOurs(sealed) && same(parts(sealed)[2], mark("of:" + person, parts(sealed)[0]));
    }

    private String mark(String what, String nonce) {
        return secrets.of("console-form:" + nonce + ":" + what);
    }

    private static String[] parts(@Nullable String sealed) {
        return sealed == null ? new String[0] : sealed.split("\\.", -1);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
