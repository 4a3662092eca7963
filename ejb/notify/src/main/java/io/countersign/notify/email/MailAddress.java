package io.countersign.notify.email;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A mail address as it goes over the wire: the domain in ASCII (IDNA, {@code xn--…}), so that any mail server takes it; the
 * part before the at sign as it is, for which a server needs SMTPUTF8 where it is not ASCII.
 */
record MailAddress(String local, String domain) {

    static MailAddress of(String address) {
        int at = address.lastIndexOf('@');
        return at < 0
                ? new MailAddress(address, "")
                : new MailAddress(address.substring(0, at), ascii(address.substring(at + 1)));
    }

    boolean needsUtf8() {
        return !isAscii(local);
    }

    @Override
    public String toString() {
        return domain.isEmpty() ? local : local + "@" + domain;
    }

    private static String ascii(String domain) {
        if (isAscii(domain)) {
            return domain;
        }
        // the ideographic full stops part labels too
        String normal = Normalizer.normalize(domain, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\u3002\uFF0E\uFF61]", ".");
        return Arrays.stream(normal.split("\\.", -1))
                .map(label -> isAscii(label) ? label : "xn--" + Punycode.encode(label))
                .collect(Collectors.joining("."));
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 0x80);
    }
}
