package io.countersign.notify.slack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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
        return VERSION + "=" + HexFormat.of().formatHex(hmacSha256(secret, start, body));
    }

    public static byte[] hmacSha256(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no HmacSHA256", e);
        }
    }
}
