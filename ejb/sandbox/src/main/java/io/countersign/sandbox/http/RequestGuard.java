package io.countersign.sandbox.http;

import io.countersign.sandbox.HttpCall;
import io.countersign.sandbox.HttpFailure;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The rules that a request must keep, mocked or not. Works on text alone and resolves nothing. */
public final class RequestGuard {
    private static final Set<String> OURS = Set.of(
            "host",
            "content-length",
            "transfer-encoding",
            "connection",
            "upgrade",
            "expect",
            "te",
            "trailer",
            "keep-alive",
            "proxy-connection",
            "proxy-authorization");
    private static final int LONGEST_URL = 16_384;

    private final EgressPolicy policy;

    public RequestGuard(EgressPolicy policy) {
        this.policy = policy;
    }

    /**
     * Checks a request.
     *
     * @return where it goes
     * @throws HttpFailure of kind REFUSED, with the rule or setting
     */
    public Target check(HttpCall call) throws HttpFailure {
        checkMethod(call.method());
        for (Map.Entry<String, String> header : call.headers()) {
            checkHeader(header.getKey(), header.getValue());
        }
        return checkUrl(call.url());
    }

    private static void checkMethod(String method) throws HttpFailure {
        if (!method.matches("[A-Za-z]{1,20}")) {
            throw refused("method must be a word of letters");
        }
        if (method.equalsIgnoreCase("CONNECT") || method.equalsIgnoreCase("TRACE")) {
            throw refused("method " + method.toUpperCase(Locale.ROOT) + " is not allowed");
        }
    }

    private static void checkHeader(String name, String value) throws HttpFailure {
        if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}")) {
            throw refused("a header name has characters that are not allowed");
        }
        if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
            throw refused("header " + name + " is set by the client alone");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '\t' && (c < 0x20 || c > 0x7e)) {
                throw refused(
                        "the value of header " + name + " has a line break or another character that is not allowed");
            }
        }
    }

    /**
     * Checks an address alone, for callback addresses and the like.
     *
     * @throws HttpFailure of kind REFUSED
     */
    public Target checkUrl(String url) throws HttpFailure {
        if (url.length() > LONGEST_URL) {
            throw refused("the URL is longer than " + LONGEST_URL + " characters");
        }
        String scheme = scheme(url);
        int start = scheme.length() + 3;
        int end = start;
        while (end < url.length() && "/?#\\".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        String authority = url.substring(start, end);
        if (authority.indexOf('@') >= 0) {
            throw refused("the URL must not hold a user or password");
        }
        int fragment = url.indexOf('#', end);
        String rest = encode(url.substring(end, fragment < 0 ? url.length() : fragment));
        return target(scheme, authority, rest);
    }

    private static String scheme(String url) throws HttpFailure {
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c < 0x20 || c == 0x7f || c == '\\' || c >= 0x80 && c < 0xa0) {
                throw refused("the URL has a line break, backslash or another character that is not allowed");
            }
        }
        String lower = url.substring(0, Math.min(8, url.length())).toLowerCase(Locale.ROOT);
        if (lower.startsWith("https://")) {
            return "https";
        }
        if (lower.startsWith("http://")) {
            return "http";
        }
        throw refused("only http and https URLs are allowed");
    }

    private Target target(String scheme, String authority, String rest) throws HttpFailure {
        int colon = authority.lastIndexOf(':');
        boolean hasPort = colon >= 0 && colon > authority.lastIndexOf(']');
        String port = hasPort ? authority.substring(colon + 1) : "";
        if (hasPort && !port.matches("[0-9]{1,5}") && !port.isEmpty()
                || !port.isEmpty() && (Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65_535)) {
            throw refused("the URL's port is not allowed");
        }
        String host = host(hasPort ? authority.substring(0, colon) : authority);
        int number = port.isEmpty() ? scheme.equals("https") ? 443 : 80 : Integer.parseInt(port);
        try {
            String refusal = policy.refuseHost(host, number).orElse(null);
            if (refusal != null) {
                throw refused(refusal);
            }
            String path = rest.isEmpty() || rest.startsWith("?") ? "/" + rest : rest;
            URI uri = new URI(
                    scheme + "://" + host + (port.isEmpty() ? "" : ":" + number) + (rest.isEmpty() ? "" : path));
            return new Target(uri, scheme, host, number);
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw refused("the URL cannot be read: " + e.getMessage());
        }
    }

    private static String host(String text) throws HttpFailure {
        if (text.startsWith("[") && text.endsWith("]")) {
            return text.toLowerCase(Locale.ROOT);
        }
        String host = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\u3002\uff0e\uff61]", ".");
        try {
            // an underscore is known in plain names only, never in what stands for other letters
            boolean plain = host.chars().allMatch(c -> c < 0x80);
            host = IDN.toASCII(host, plain ? 0 : IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw refused("the URL's host is not a host name");
        }
        while (host.endsWith(".")) {
            host = host.substring(0, host.length() - 1);
        }
        if (!host.matches("[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?") || host.contains("..")) {
            throw refused("the URL's host is not a host name");
        }
        try {
            if (Addresses.literal(host).isPresent() && !(Addresses.plain(host) && host.equals(text))) {
                throw refused("address " + host + " must be written as four decimal numbers");
            }
        } catch (IllegalArgumentException e) {
            throw refused(e.getMessage());
        }
        if (host.matches(".*\\.[0-9][^.]*") && !Addresses.plain(host)) {
            throw refused("a host name must not end in a part that begins with a digit");
        }
        return host;
    }

    private static String encode(String rest) {
        StringBuilder out = new StringBuilder();
        for (byte b : rest.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean unsafe = c <= 0x20 || c >= 0x7f || "\"<>^`{|}[]".indexOf(c) >= 0;
            out.append(unsafe ? String.format("%%%02X", (int) c) : String.valueOf(c));
        }
        return out.toString().replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
    }

    private static HttpFailure refused(String why) {
        return new HttpFailure(HttpFailure.Kind.REFUSED, "request refused: " + why);
    }
}
