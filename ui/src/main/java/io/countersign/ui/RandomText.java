package io.countersign.ui;

import java.security.SecureRandom;
import java.util.Base64;

/** 256 random bits as text for forms and cookies. */
final class RandomText {

    private static final int BYTES = 32;

    private RandomText() {}

    static String make() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
