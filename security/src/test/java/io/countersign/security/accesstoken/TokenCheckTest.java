package io.countersign.security.accesstoken;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import io.countersign.security.NamesAsIds;
import io.countersign.security.SecuritySettings;
import io.countersign.security.SetClock;
import io.countersign.security.people.Issuers;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TokenCheckTest {

    private static RsaJsonWebKey realmKey;
    private static RsaJsonWebKey otherKey;

    private final SetClock clock = new SetClock("2026-11-22T12:00:00Z");
    private final TokenCheck check = new TokenCheck(
            Issuers.of("http://127.0.0.1:8180", "countersign"),
            List.of("countersign-console", "countersign-cli"),
            (jws, nesting) -> realmKey.getPublicKey(),
            clock);

    @BeforeAll
    static void makeKeys() throws JoseException {
        realmKey = RsaJwkGenerator.generateJwk(2048);
        otherKey = RsaJwkGenerator.generateJwk(2048);
    }

    private JwtClaims claims() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("http://127.0.0.1:8180/realms/countersign");
        claims.setSubject("4711");
        claims.setExpirationTime(
                NumericDate.fromSeconds(clock.instant().plusSeconds(60).getEpochSecond()));
        claims.setClaim("typ", "Bearer");
        claims.setClaim("azp", "countersign-cli");
        claims.setClaim("preferred_username", "maya");
        claims.setClaim("realm_access", Map.of("roles", List.of("approver", "soc-lead")));
        claims.setClaim("organization_id", "acme");
        return claims;
    }

    private static String signed(JwtClaims claims, RsaJsonWebKey key) throws JoseException {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setPayload(claims.toJson());
        jws.setKey(key.getPrivateKey());
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        return jws.getCompactSerialization();
    }

    private void refused(JwtClaims claims) throws JoseException {
        String token = signed(claims, realmKey);
        assertEquals(
                ErrorCode.UNAUTHORIZED,
                assertThrows(Refusal.class, () -> check.check(token)).code());
    }

    @Test
    void aGoodTokenIsItsUserWithTheRealmRoles() throws JoseException {
        TokenCheck.User user = check.check(signed(claims(), realmKey)).user();
        assertEquals(new TokenCheck.User("4711", "maya", Set.of("approver", "soc-lead"), List.of("acme")), user);
    }

    @Test
    void loopbackHasManyNamesButOtherHostsHaveOne() throws JoseException {
        JwtClaims claims = claims();
        claims.setIssuer("http://localhost:8180/realms/countersign");
        assertEquals("maya", check.check(signed(claims, realmKey)).user().userName());
        assertEquals(1, Issuers.of("https://login.example.org", "countersign").size());
    }

    @Test
    void anotherIssuerRealmOrPortIsRefused() throws JoseException {
        for (String issuer : List.of(
                "http://127.0.0.1:8180/realms/master",
                "http://127.0.0.1:8181/realms/countersign",
                "https://127.0.0.1:8180/realms/countersign",
                "http://evil.example/realms/countersign")) {
            JwtClaims claims = claims();
            claims.setIssuer(issuer);
            refused(claims);
        }
    }

    @Test
    void anExpiredTokenIsRefused() throws JoseException {
        String token = signed(claims(), realmKey);
        clock.pass(Duration.ofMinutes(5));
        assertEquals(
                ErrorCode.UNAUTHORIZED,
                assertThrows(Refusal.class, () -> check.check(token)).code());
    }

    @Test
    void aTokenWithoutEndIsRefused() throws JoseException {
        JwtClaims claims = claims();
        claims.unsetClaim("exp");
        refused(claims);
    }

    @Test
    void anotherClientsTokenIsRefused() throws JoseException {
        JwtClaims claims = claims();
        claims.setClaim("azp", "account-console");
        refused(claims);
        claims.unsetClaim("azp");
        refused(claims);
    }

    @Test
    void anIdTokenOrRefreshTokenIsNoAccessToken() throws JoseException {
        for (String type : List.of("ID", "Refresh", "Offline")) {
            JwtClaims claims = claims();
            claims.setClaim("typ", type);
            refused(claims);
        }
    }

    @Test
    void anotherKeysSignatureIsRefused() throws JoseException {
        String token = signed(claims(), otherKey);
        assertThrows(Refusal.class, () -> check.check(token));
    }

    @Test
    void anUnsignedTokenOrOneSignedWithThePublicKeyAsSecretIsRefused() throws JoseException {
        JsonWebSignature none = new JsonWebSignature();
        none.setPayload(claims().toJson());
        none.setAlgorithmConstraints(org.jose4j.jwa.AlgorithmConstraints.NO_CONSTRAINTS);
        none.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
        String unsigned = none.getCompactSerialization();
        assertThrows(Refusal.class, () -> check.check(unsigned));
        JsonWebSignature hmac = new JsonWebSignature();
        hmac.setPayload(claims().toJson());
        hmac.setKey(new HmacKey(realmKey.getPublicKey().getEncoded()));
        hmac.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        String confused = hmac.getCompactSerialization();
        assertThrows(Refusal.class, () -> check.check(confused));
    }

    @Test
    void garbageIsUnauthorizedAndNothingWorse() {
        for (String garbage : List.of("", "abc", "a.b.c", "..", "ü.ü.ü", "x".repeat(50_000), "e30.e30.")) {
            assertEquals(
                    ErrorCode.UNAUTHORIZED,
                    assertThrows(Refusal.class, () -> check.check(garbage)).code());
        }
    }

    @Test
    void aTokenWithoutAUserIsRefused() throws JoseException {
        JwtClaims claims = claims();
        claims.unsetClaim("preferred_username");
        refused(claims);
    }

    @Test
    void keycloakAwayIsUnavailableAndNotTheCallersFault() throws JoseException {
        TokenCheck away = new TokenCheck(
                Issuers.of("http://127.0.0.1:8180", "countersign"),
                List.of("countersign-cli"),
                (jws, nesting) -> {
                    throw new UnresolvableKeyException("no keys", new IOException("connection refused"));
                },
                clock);
        String token = signed(claims(), realmKey);
        assertEquals(
                ErrorCode.UNAVAILABLE,
                assertThrows(Refusal.class, () -> away.check(token)).code());
    }

    @Test
    void withoutKeycloakNoTokenIsAccepted() throws JoseException {
        AccessTokens none = new AccessTokens(
                new SecuritySettings(name -> java.util.Optional.empty()),
                (url, realm) -> null,
                new NamesAsIds(),
                clock);
        String token = signed(claims(), realmKey);
        assertEquals(
                ErrorCode.UNAUTHORIZED,
                assertThrows(Refusal.class, () -> none.actor(token)).code());
    }

    @Test
    void aTokenIsCheckedOnceAndThenBelievedForSecondsOnly() throws JoseException {
        int[] asked = {0};
        AccessTokens tokens = new AccessTokens(
                new SecuritySettings(name -> java.util.Optional.ofNullable(
                        Map.of(SecuritySettings.KEYCLOAK_URL.name(), "http://127.0.0.1:8180/")
                                .get(name))),
                (url, realm) -> (jws, nesting) -> {
                    asked[0]++;
                    return realmKey.getPublicKey();
                },
                new NamesAsIds(),
                clock);
        String token = signed(claims(), realmKey);
        tokens.actor(token);
        tokens.actor(token);
        assertEquals(1, asked[0]);
        clock.pass(Duration.ofSeconds(6));
        tokens.actor(token);
        assertEquals(2, asked[0]);
        clock.pass(Duration.ofSeconds(55));
        assertThrows(Refusal.class, () -> tokens.actor(token));
    }
}
