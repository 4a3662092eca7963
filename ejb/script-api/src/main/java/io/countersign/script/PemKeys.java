package io.countersign.script;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Private keys from PEM texts. */
final class PemKeys {
    private static final int LONGEST = 64 << 10;
    private static final int MOST_BITS = 8_192;
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]*PRIVATE KEY)-----([^-]*)-----END \\1-----");
    private static final byte[] VERSION = {2, 1, 0};
    /** rsaEncryption and NULL. */
    private static final byte[] RSA = {
        0x30, 0x0d, 6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1, 5, 0
    };
    /** ecPublicKey and prime256v1. */
    private static final byte[] P256 = {
        0x30,
        0x13,
        6,
        7,
        0x2a,
        (byte) 0x86,
        0x48,
        (byte) 0xce,
        0x3d,
        2,
        1,
        6,
        8,
        0x2a,
        (byte) 0x86,
        0x48,
        (byte) 0xce,
        0x3d,
        3,
        1,
        7
    };

    private PemKeys() {}

    static PrivateKey rsa(String pem) throws GeneralSecurityException {
        byte[] pkcs8 = pkcs8(pem, "RSA PRIVATE KEY", RSA);
        PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        boolean small = key instanceof RSAPrivateCrtKey k
                && Stream.of(
                                k.getModulus(),
                                k.getPrivateExponent(),
                                k.getPublicExponent(),
                                k.getPrimeP(),
                                k.getPrimeQ(),
                                k.getPrimeExponentP(),
                                k.getPrimeExponentQ(),
                                k.getCrtCoefficient())
                        .allMatch(n -> n.bitLength() <= MOST_BITS);
        if (!small) {
            throw new IllegalArgumentException(
                    "the key is no RSA key of at most " + MOST_BITS + " bits with its primes");
        }
        return key;
    }

    static PrivateKey p256(String pem) throws GeneralSecurityException {
        byte[] pkcs8 = pkcs8(pem, "EC PRIVATE KEY", P256);
        PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        if (!(key instanceof ECPrivateKey ec)
                || ec.getParams().getCurve().getField().getFieldSize() != 256) {
            throw new IllegalArgumentException("the key is not one of the curve P-256");
        }
        return key;
    }

    private static byte[] pkcs8(String pem, String older, byte[] algorithm) {
        if (pem.length() > LONGEST) {
            throw new IllegalArgumentException("the PEM text is longer than " + LONGEST + " characters");
        }
        Matcher block = BLOCK.matcher(pem.replace("\\n", "\n"));
        if (!block.find()) {
            throw new IllegalArgumentException("the key is no PEM text with -----BEGIN PRIVATE KEY-----");
        }
        if (block.group(1).startsWith("ENCRYPTED") || block.group(2).contains("ENCRYPTED")) {
            throw new IllegalArgumentException("the key is encrypted; give one that is not");
        }
        byte[] der;
        try {
            der = Base64.getMimeDecoder().decode(block.group(2));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the key is not base64 between its PEM lines");
        }
        if (block.group(1).equals(older)) {
            return tagged(0x30, VERSION, algorithm, tagged(4, der));
        }
        if (!block.group(1).equals("PRIVATE KEY")) {
            throw new IllegalArgumentException("a key of the kind " + block.group(1) + " does not fit the algorithm");
        }
        return der;
    }

    private static byte[] tagged(int tag, byte[]... contents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int length = Stream.of(contents).mapToInt(c -> c.length).sum();
        out.write(tag);
        if (length > 0xff) {
            out.write(0x82);
            out.write(length >> 8);
        } else if (length > 0x7f) {
            out.write(0x81);
        }
        out.write(length);
        Stream.of(contents).forEach(out::writeBytes);
        return out.toByteArray();
    }
}
