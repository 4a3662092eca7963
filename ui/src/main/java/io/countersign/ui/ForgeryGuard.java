package io.countersign.ui;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serial;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A secret of the browser's session that every form carries, so that no other site can post in a person's name. */
@Named
@SessionScoped
public class ForgeryGuard implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int BYTES = 32;

    private final String token = mint();

    /** What the form carries in its hidden field {@code csrf}. */
    public String getToken() {
        return token;
    }

    /** Whether a posted form carries this session's secret; takes the same time for every wrong one. */
    boolean accepts(@Nullable String posted) {
        return posted != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.US_ASCII), posted.getBytes(StandardCharsets.UTF_8));
    }

    private static String mint() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
