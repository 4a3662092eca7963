package io.countersign.approvals;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the value of each type of indicator is read, and written in its normal form. No name is ever looked up. */
final class IndicatorForms {

    private static final List<Defanged> DEFANGED = List.of(
            new Defanged("\\s*[\\[({]\\s*(?:\\.|dot)\\s*[\\])}]\\s*", "."),
            new Defanged("\\s*[\\[({]\\s*(?:@|at)\\s*[\\])}]\\s*", "@"),
            new Defanged("\\[://\\]", "://"),
            new Defanged("\\[:\\]", ":"),
            new Defanged("\\[/\\]", "/"),
            new Defanged("^h(?:xx|\\*\\*)p(s?)(?=:)", "http$1"));
    private static final Pattern URL = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://([^/?#\\\\]+)([/?#].*)?");
    private static final Pattern AUTHORITY = Pattern.compile("(.*@)?(\\[[^\\]]*\\]|[^:\\[\\]@]+)(?::(\\d{1,5}))?");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?");
    private static final Pattern LOCAL = Pattern.compile("[^\\s@\"(),:;<>\\[\\]\\\\]{1,64}");
    private static final int MAX_DOMAIN = 253;
    private static final int MAX_PORT = 65_535;

    private IndicatorForms() {}

    /** One way in which reports make an address harmless, and what it stands for. */
    private record Defanged(Pattern form, String meaning) {
        Defanged(String form, String meaning) {
            this(Pattern.compile(form, Pattern.CASE_INSENSITIVE), meaning);
        }
    }

    static String refanged(String value) {
        String text = value;
        for (Defanged one : DEFANGED) {
            text = one.form().matcher(text).replaceAll(one.meaning());
        }
        return text;
    }

    static IndicatorValue hash(String value, int length) {
        String hex = value.toLowerCase(Locale.ROOT);
        return hex.length() == length && hex.matches("[0-9a-f]+")
                ? new IndicatorValue.Normal(hex)
                : new IndicatorValue.Flawed("must have " + length + " hexadecimal digits");
    }

    static IndicatorValue ip(String value) {
        String address = address(value);
        return address.isEmpty()
                ? new IndicatorValue.Flawed("must be one IPv4 or IPv6 address")
                : new IndicatorValue.Normal(address);
    }

    static IndicatorValue domain(String value) {
        if (!address(value).isEmpty()) {
            return new IndicatorValue.Flawed("is an address; use the type ip");
        }
        String name = name(value);
        return name.isEmpty() || !name.contains(".")
                ? new IndicatorValue.Flawed("must be a domain name, such as evil.example")
                : new IndicatorValue.Normal(name);
    }

    static IndicatorValue email(String value) {
        int at = value.lastIndexOf('@');
        String local = at < 0 ? "" : value.substring(0, at);
        String name = at < 0 ? "" : name(value.substring(at + 1));
        return name.isEmpty() || !LOCAL.matcher(local).matches() || local.startsWith(".") || local.endsWith(".")
                ? new IndicatorValue.Flawed("must be one mail address, such as eve@evil.example")
                : new IndicatorValue.Normal(local + "@" + name);
    }

    static IndicatorValue url(String value) {
        Matcher url = URL.matcher(value);
        if (!url.matches() || value.chars().anyMatch(Character::isWhitespace)) {
            return new IndicatorValue.Flawed("must be a URL with scheme and host, such as https://evil.example/x");
        }
        Matcher authority = AUTHORITY.matcher(url.group(2));
        String host = authority.matches() ? host(authority.group(2)) : "";
        if (host.isEmpty()) {
            return new IndicatorValue.Flawed("must be a URL with a host; this one's is not a name or an address");
        }
        String port = authority.group(3);
        if (port != null && (Integer.parseInt(port) < 1 || Integer.parseInt(port) > MAX_PORT)) {
            return new IndicatorValue.Flawed("must be a URL with a port from 1 to " + MAX_PORT);
        }
        return new IndicatorValue.Normal(url.group(1).toLowerCase(Locale.ROOT)
                + "://"
                + orEmpty(authority.group(1))
                + host
                + (port == null ? "" : ":" + port)
                + orEmpty(url.group(3)));
    }

    private static String host(String text) {
        if (text.startsWith("[")) {
            String address = address(text.substring(1, text.length() - 1));
            return address.contains(":") ? "[" + address + "]" : "";
        }
        String address = address(text);
        return address.isEmpty() ? name(text) : address;
    }

    /** A name in its IDNA form, in small letters and without a last dot; empty when it is none. */
    private static String name(String text) {
        String ascii;
        try {
            ascii = IDN.toASCII(text).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notOne) {
            return "";
        }
        String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        String[] labels = name.split("\\.", -1);
        boolean sound = name.length() <= MAX_DOMAIN && !labels[labels.length - 1].matches("\\d*");
        for (String label : labels) {
            sound &= LABEL.matcher(label).matches();
        }
        return sound ? name : "";
    }

    /** An address as RFC 5952 writes it; empty when it is none. No name is ever looked up. */
    private static String address(String text) {
        if (text.matches("(?:(?:0|[1-9]\\d{0,2})\\.){3}(?:0|[1-9]\\d{0,2})")) {
            for (String part : text.split("\\.")) {
                if (Integer.parseInt(part) > 255) {
                    return "";
                }
            }
            return text;
        }
        if (!text.contains(":") || !text.matches("[0-9A-Fa-f:.]{2,45}")) {
            return "";
        }
        try {
            byte[] bytes = InetAddress.getByName(text).getAddress();
            return bytes.length == 4 ? dotted(bytes) : compressed(bytes);
        } catch (UnknownHostException notOne) {
            return "";
        }
    }

    private static String dotted(byte[] bytes) {
        return (bytes[0] & 0xff) + "." + (bytes[1] & 0xff) + "." + (bytes[2] & 0xff) + "." + (bytes[3] & 0xff);
    }

    /** The longest run of zeros, of two groups at least and the first of equals, becomes {@code ::}. */
    private static String compressed(byte[] bytes) {
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = (bytes[2 * i] & 0xff) << 8 | bytes[2 * i + 1] & 0xff;
        }
        int from = -1;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && groups[end] == 0) {
                end++;
            }
            if (end - i > length) {
                from = i;
                length = end - i;
            }
            i = Math.max(i, end - 1);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == from) {
                text.append("::");
                i += length - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":")
                        .append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
