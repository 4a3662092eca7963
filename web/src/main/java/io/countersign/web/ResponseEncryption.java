package io.countersign.web;

import io.countersign.kernel.HmacSha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Encryption under a key made from what only the caller holds: its bearer key. A stolen table opens none of it. A caller
 * with a short-lived token can no longer open it once the token has changed; that is told, not guessed around.
 */
final class ResponseEncryption {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    private ResponseEncryption(SecretKeySpec key) {
        this.key = key;
    }

    static ResponseEncryption of(@Nullable String bearer, String idempotencyKey) {
        if (bearer == null) {
            throw new IllegalStateException("a secret answer needs an authenticated caller");
        }
        byte[] derived = HmacSha256.of(
                bearer.getBytes(StandardCharsets.UTF_8),
                ("remembered answer\n" + idempotencyKey).getBytes(StandardCharsets.UTF_8));
        return new ResponseEncryption(new SecretKeySpec(derived, "AES"));
    }

    byte[] close(byte[] plain) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            byte[] closed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
            return ByteBuffer.allocate(NONCE + closed.length)
                    .put(nonce)
                    .put(closed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal an answer", e);
        }
    }

    /** The plain bytes, or null when another key closed them. */
    byte @Nullable [] open(byte[] sealed) {
        byte[] nonce = java.util.Arrays.copyOf(sealed, NONCE);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce).doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException e) {
            return null;
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
