package io.countersign.approvals;

import java.security.SecureRandom;

/** Ids that people see: {@code APR-} and 80 random bits, never a clock. */
final class RequestIds {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;

    private RequestIds() {}

    static String next() {
        StringBuilder id = new StringBuilder("APR-");
        for (int i = 0; i < LENGTH; i++) {
            id.append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
        }
        return id.toString();
    }
}
