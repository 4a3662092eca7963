package io.countersign.script;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signed JSON web tokens, as services take them for a client's or service account's assertion. The key is a PEM text: PKCS#8
 * ({@code BEGIN PRIVATE KEY}), PKCS#1 ({@code BEGIN RSA PRIVATE KEY}) or SEC 1 ({@code BEGIN EC PRIVATE KEY}), not encrypted. Claims
 * are texts, numbers, booleans, {@link Instant} (seconds since 1970), lists, maps and JSON values.
 */
public final class Jwt {
    private static final int DEEPEST = 32;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private Jwt() {}

    /** RSA with SHA-256 (PKCS#1 v1.5). */
    public static String rs256(String pem, Map<String, ?> claims) {
        return rs256(pem, Map.of(), claims);
    }

    /** RSA with SHA-256 (PKCS#1 v1.5), with further fields of the header, such as {@code kid} or {@code x5t}. */
    public static String rs256(String pem, Map<String, ?> header, Map<String, ?> claims) {
        return token("RS256", header, claims, input -> {
            Signature signature = Signature.getInstance("SHA256withRSA");
            return signed(signature, PemKeys.rsa(pem), input);
        });
    }

    /** RSA with SHA-256 (PSS). */
    public static String ps256(String pem, Map<String, ?> claims) {
        return ps256(pem, Map.of(), claims);
    }

    /** RSA with SHA-256 (PSS), with further fields of the header. */
    public static String ps256(String pem, Map<String, ?> header, Map<String, ?> claims) {
        return token("PS256", header, claims, input -> {
            Signature signature = Signature.getInstance("RSASSA-PSS");
            signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
            return signed(signature, PemKeys.rsa(pem), input);
        });
    }

    /** ECDSA on P-256 with SHA-256. */
    public static String es256(String pem, Map<String, ?> claims) {
        return es256(pem, Map.of(), claims);
    }

    /** ECDSA on P-256 with SHA-256, with further fields of the header. */
    public static String es256(String pem, Map<String, ?> header, Map<String, ?> claims) {
        return token("ES256", header, claims, input -> {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            return signed(signature, PemKeys.p256(pem), input);
        });
    }

    /** HMAC with SHA-256 and a shared secret, of which the UTF-8 bytes are the key. */
    public static String hs256(String secret, Map<String, ?> claims) {
        return token("HS256", Map.of(), claims, input -> {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(input);
        });
    }

    private interface Signer {
        byte[] sign(byte[] input) throws GeneralSecurityException;
    }

    private static byte[] signed(Signature signature, PrivateKey key, byte[] input) throws GeneralSecurityException {
        signature.initSign(key);
        signature.update(input);
        return signature.sign();
    }

    private static String token(String algorithm, Map<String, ?> header, Map<String, ?> claims, Signer signer) {
        Objects.requireNonNull(claims, "the claims must not be null");
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("alg", algorithm);
        head.put("typ", "JWT");
        head.putAll(header);
        head.put("alg", algorithm);
        String input = part(head) + '.' + part(claims);
        try {
            return input + '.' + BASE64.encodeToString(signer.sign(input.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the token cannot be signed: " + e.getMessage());
        }
    }

    private static String part(Map<String, ?> fields) {
        JsonObject json = Json.createObjectBuilder(plain(fields, 0)).build();
        return BASE64.encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> plain(Map<?, ?> fields, int depth) {
        Map<String, Object> plain = new LinkedHashMap<>();
        fields.forEach((name, value) -> plain.put(String.valueOf(name), value(value, String.valueOf(name), depth)));
        return plain;
    }

    private static Object value(Object value, String name, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("claim " + name + " nests deeper than " + DEEPEST);
        }
        if (value instanceof Map<?, ?> map && !(value instanceof jakarta.json.JsonValue)) {
            return plain(map, depth + 1);
        }
        if (value instanceof Collection<?> all && !(value instanceof jakarta.json.JsonValue)) {
            List<Object> plain = new ArrayList<>();
            all.forEach(v -> plain.add(value(v, name, depth + 1)));
            return plain;
        }
        if (value instanceof Instant at) {
            return at.getEpochSecond();
        }
        boolean known = value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Double
                || value instanceof BigDecimal
                || value instanceof BigInteger
                || value instanceof jakarta.json.JsonValue;
        if (!known) {
            throw new IllegalArgumentException(
                    "claim " + name + " is no text, number, boolean, Instant, list, map or JSON value");
        }
        return value;
    }
}
