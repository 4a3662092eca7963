package io.countersign.integrations.googleworkspace;

import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** A service account that signs its own assertions (RFC 7523), in the name of an administrator. */
final class ServiceAccount implements Assertions {
    private static final int MINUTES = 10;

    private final String account;
    private final PrivateKey key;
    private final String administrator;

    /**
     * @param pem the private key as Google's key file holds it
     * @throws IllegalArgumentException when it is none
     */
    ServiceAccount(String account, String pem, String administrator) {
        this.account = account;
        this.key = privateKey(pem);
        this.administrator = administrator;
    }

    @Override
    public String assertion(String scopes, String audience) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(account);
        claims.setSubject(administrator);
        claims.setAudience(audience);
        claims.setClaim("scope", scopes);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(MINUTES);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", "JWT");
        signature.setPayload(claims.toJson());
        signature.setKey(key);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("the assertion of the service account cannot be signed", e);
        }
    }

    private static PrivateKey privateKey(String pem) {
        String base64 = pem.replace("\\n", "\n")
                .replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "")
                .replaceAll("\\s", "");
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (IllegalArgumentException | InvalidKeySpecException e) {
            // the cause could quote a part of the key
            throw new IllegalArgumentException("GOOGLE_WORKSPACE_PRIVATE_KEY is no RSA private key in PEM (PKCS #8)");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
