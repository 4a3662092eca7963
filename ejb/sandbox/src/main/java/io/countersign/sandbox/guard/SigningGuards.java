package io.countersign.sandbox.guard;

import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Guards of signatures: the algorithms that services ask for, so that no other provider is looked for, and keys with numbers
 * of a size with which one signature takes milliseconds.
 */
public final class SigningGuards {
    private static final int MOST_BITS = 8_192;
    private static final Set<String> KEYS = Set.of("RSA", "RSASSA-PSS", "EC", "EDDSA", "ED25519");
    private static final Pattern SIGNATURES = Pattern.compile(
            "(SHA1|SHA224|SHA256|SHA384|SHA512)WITHRSA|(SHA1|SHA224|SHA256|SHA384|SHA512)WITHECDSA(INP1363FORMAT)?"
                    + "|NONEWITHRSA|NONEWITHECDSA(INP1363FORMAT)?|RSASSA-PSS|EDDSA|ED25519");

    private SigningGuards() {}

    public static KeyFactory keyFactory(String algorithm) throws NoSuchAlgorithmException {
        if (!KEYS.contains(algorithm.toUpperCase(Locale.ROOT))) {
            throw new NoSuchAlgorithmException(algorithm + " keys are not for scripts; RSA, EC and Ed25519 are");
        }
        return KeyFactory.getInstance(algorithm);
    }

    public static Signature signature(String algorithm) throws NoSuchAlgorithmException {
        if (!SIGNATURES.matcher(algorithm.toUpperCase(Locale.ROOT)).matches()) {
            throw new NoSuchAlgorithmException(
                    algorithm + " signatures are not for scripts; SHA256withRSA, RSASSA-PSS, SHA256withECDSA,"
                            + " Ed25519 and their kin are");
        }
        return Signature.getInstance(algorithm);
    }

    public static CertificateFactory certificateFactory(String type) throws CertificateException {
        if (!type.equalsIgnoreCase("X.509") && !type.equalsIgnoreCase("X509")) {
            throw new CertificateException(type + " certificates are not for scripts; X.509 are");
        }
        return CertificateFactory.getInstance("X.509");
    }

    public static void initSign(Signature signature, PrivateKey key) throws InvalidKeyException {
        check(key);
        signature.initSign(key);
    }

    public static void initVerify(Signature signature, PublicKey key) throws InvalidKeyException {
        check(key);
        signature.initVerify(key);
    }

    /** The JDK limits the modulus; what a private key says of its factors it takes as it is. */
    private static void check(Key key) throws InvalidKeyException {
        if (numbers(key).anyMatch(n -> n != null && n.bitLength() > MOST_BITS)) {
            throw new InvalidKeyException("a number of the RSA key is longer than " + MOST_BITS + " bits");
        }
    }

    private static Stream<BigInteger> numbers(Key key) {
        Stream<BigInteger> modulus = key instanceof RSAKey k ? Stream.of(k.getModulus()) : Stream.empty();
        Stream<BigInteger> more = Stream.empty();
        if (key instanceof RSAPrivateCrtKey k) {
            more = Stream.of(
                    k.getPrivateExponent(),
                    k.getPublicExponent(),
                    k.getPrimeP(),
                    k.getPrimeQ(),
                    k.getPrimeExponentP(),
                    k.getPrimeExponentQ(),
                    k.getCrtCoefficient());
        } else if (key instanceof RSAPrivateKey k) {
            more = Stream.of(k.getPrivateExponent());
        } else if (key instanceof RSAPublicKey k) {
            more = Stream.of(k.getPublicExponent());
        }
        return Stream.concat(modulus, more);
    }
}
