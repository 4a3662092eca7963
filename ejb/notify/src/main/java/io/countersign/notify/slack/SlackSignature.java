package io.countersign.notify.slack;

import io.countersign.kernel.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Slack's {@code v0} request signature: HMAC-SHA256 over version, timestamp and the raw body. */
public final class SlackSignature {
    static final Duration WINDOW = Duration.ofSeconds(300);
    private static final String VERSION = "v0";
    private final byte[] secret;

    public SlackSignature(String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    public boolean accepts(byte[] body, @Nullable String timestamp, @Nullable String signature, Instant now) {
        if (timestamp == null || signature == null || !timestamp.matches("\\d{1,12}")) {
            return false;
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (Duration.between(sent, now).abs().compareTo(WINDOW) > 0) {
            return false;
        }
        byte[] expected = sign(body, timestamp).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
    }

    public String sign(byte[] body, String timestamp) {
        byte[] start = (VERSION + ":" + timestamp + ":").getBytes(StandardCharsets.UTF_8);
        return VERSION + "=" + HexFormat.of().formatHex(HmacSha256.of(secret, start, body));
    }
}
