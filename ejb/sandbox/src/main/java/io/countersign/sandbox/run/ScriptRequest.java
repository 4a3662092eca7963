package io.countersign.sandbox.run;

import io.countersign.sandbox.json.SandboxJson;
import io.countersign.script.HttpRequest;
import io.countersign.script.HttpResponse;
import io.countersign.script.Part;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** A request being put together on the script's side; the rules are the host's. */
final class ScriptRequest implements HttpRequest {
    private static final long LARGEST_BODY = 8L << 20;
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

    private final Link link;
    private final String method;
    private final RequestHeaders headers = new RequestHeaders();
    private String url;
    private byte[] body = new byte[0];
    private boolean hasBody;
    private long timeoutMillis = DEFAULT_TIMEOUT.toMillis();
    private int retries;
    private boolean followsRedirects = true;

    ScriptRequest(Link link, String method, String url) {
        this.link = link;
        this.method = method;
        this.url = url;
    }

    @Override
    public HttpRequest header(String name, String value) {
        if (name == null || value == null) {
            throw new IllegalArgumentException("header name and value must not be null");
        }
        headers.set(name, value);
        return this;
    }

    @Override
    public HttpRequest basic(String user, String password) {
        if (user == null || password == null || user.indexOf(':') >= 0) {
            throw new IllegalArgumentException(
                    "user and password must not be null, and the user must not contain a colon");
        }
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    @Override
    public HttpRequest bearer(String token) {
        if (token == null) {
            throw new IllegalArgumentException("the token must not be null");
        }
        return header("Authorization", "Bearer " + token);
    }

    @Override
    public HttpRequest followRedirects(boolean follow) {
        followsRedirects = follow;
        return this;
    }

    @Override
    public HttpRequest query(String name, String value) {
        if (name == null || value == null) {
            throw new IllegalArgumentException("query name and value must not be null");
        }
        int hash = url.indexOf('#');
        String before = hash < 0 ? url : url.substring(0, hash);
        String after = hash < 0 ? "" : url.substring(hash);
        url = before + (before.indexOf('?') < 0 ? '?' : '&') + encode(name) + "=" + encode(value) + after;
        return this;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public HttpRequest json(Object value) {
        try {
            Object plain = new PlainCopy(LARGEST_BODY, ScriptRequest::tooLarge).value(value, "json");
            setBody(SandboxJson.write(plain));
        } catch (NotPlain e) {
            throw new IllegalArgumentException(e.getMessage());
        }
        headers.defaultType("application/json");
        return this;
    }

    @Override
    public HttpRequest form(Map<String, ?> fields) {
        setBody(FormBody.of(fields));
        headers.defaultType("application/x-www-form-urlencoded");
        return this;
    }

    @Override
    public HttpRequest multipart(Part... parts) {
        MultipartBody multipart = new MultipartBody(parts);
        if (multipart.length() > LARGEST_BODY) {
            tooLarge();
        }
        setBody(multipart.bytes());
        headers.defaultType(multipart.contentType());
        return this;
    }

    @Override
    public HttpRequest body(String text) {
        setBody(text == null ? "" : text);
        headers.defaultType(null);
        return this;
    }

    @Override
    public HttpRequest body(byte[] bytes) {
        if (bytes == null) {
            throw new IllegalArgumentException("the bytes must not be null");
        }
        setBody(bytes.clone());
        headers.defaultType(null);
        return this;
    }

    private void setBody(String text) {
        if (text.length() > LARGEST_BODY) {
            tooLarge();
        }
        setBody(text.getBytes(StandardCharsets.UTF_8));
    }

    private void setBody(byte[] bytes) {
        if (bytes.length > LARGEST_BODY) {
            tooLarge();
        }
        body = bytes;
        hasBody = true;
    }

    private static void tooLarge() {
        throw new IllegalArgumentException("the body is larger than " + LARGEST_BODY + " bytes");
    }

    @Override
    public HttpRequest timeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout must be more than zero, not " + timeout);
        }
        timeoutMillis = Math.max(1, timeout.compareTo(Duration.ofHours(1)) > 0 ? 3_600_000 : timeout.toMillis());
        return this;
    }

    @Override
    public HttpRequest retry(int times) {
        if (times < 0 || times > 10) {
            throw new IllegalArgumentException("retry must be 0 to 10, not " + times);
        }
        retries = times;
        return this;
    }

    @Override
    public HttpResponse send() {
        return new ScriptResponse(link.http(new HostLink.OutgoingRequest(
                method, url, headers.all(), body, hasBody, timeoutMillis, retries, followsRedirects)));
    }
}
