package io.countersign.web;

import io.countersign.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** The bearer key or token of an Authorization header. */
public final class Bearer {

    private static final String SCHEME = "Bearer ";
    private static final int MAX_LENGTH = 16_384;

    private Bearer() {}

    /**
     * The key or token.
     *
     * @throws Refusal UNAUTHORIZED when the header is absent or of another kind
     */
    public static String of(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw unauthorized();
        }
        String bearer = header.substring(SCHEME.length()).trim();
        if (bearer.isEmpty() || bearer.length() > MAX_LENGTH || !bearer.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw unauthorized();
        }
        return bearer;
    }

    private static Refusal unauthorized() {
        return Refusal.unauthorized("Send a key or a token: Authorization: Bearer <key>.");
    }
}
