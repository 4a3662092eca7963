package io.countersign.approvals.request;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/** Ids that people see: {@code APR-} and 80 random bits, never a clock. */
public final class RequestNumbers {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final Pattern CHOSEN = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private RequestNumbers() {}

    /** Whether an asker may choose that id. */
    public static boolean isValid(String requestNumber) {
        return CHOSEN.matcher(requestNumber).matches();
    }

    public static String next() {
        StringBuilder id = new StringBuilder("APR-");
        for (int i = 0; i < LENGTH; i++) {
            id.append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
        }
        return id.toString();
    }
}
