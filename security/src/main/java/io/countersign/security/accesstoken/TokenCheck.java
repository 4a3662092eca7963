package io.countersign.security.accesstoken;

import static org.jose4j.jws.AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256;
import static org.jose4j.jws.AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384;
import static org.jose4j.jws.AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512;
import static org.jose4j.jws.AlgorithmIdentifiers.EDDSA;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_PSS_USING_SHA256;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_PSS_USING_SHA384;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_PSS_USING_SHA512;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_USING_SHA256;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_USING_SHA384;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_USING_SHA512;

import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import io.countersign.security.UserNames;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jspecify.annotations.Nullable;

/** The rules for an access token: our realm's signature and issuer, not expired, an access token, made for one of our clients. */
final class TokenCheck {

    private static final AlgorithmConstraints ASYMMETRIC_ONLY = new AlgorithmConstraints(
            ConstraintType.PERMIT,
            RSA_USING_SHA256,
            RSA_USING_SHA384,
            RSA_USING_SHA512,
            RSA_PSS_USING_SHA256,
            RSA_PSS_USING_SHA384,
            RSA_PSS_USING_SHA512,
            ECDSA_USING_P256_CURVE_AND_SHA256,
            ECDSA_USING_P384_CURVE_AND_SHA384,
            ECDSA_USING_P521_CURVE_AND_SHA512,
            EDDSA);

    private final Set<String> issuers;
    private final List<String> clients;
    private final VerificationKeyResolver keys;
    private final Clock clock;

    TokenCheck(Set<String> issuers, List<String> clients, VerificationKeyResolver keys, Clock clock) {
        this.issuers = issuers;
        this.clients = clients;
        this.keys = keys;
        this.clock = clock;
    }

    /** The user whom the identity provider means. */
    record User(String subject, String userName, Set<String> roles, List<String> organizations) {}

    /** Who a token belongs to, in which session it was issued, and until when. */
    record Accepted(User user, @Nullable String sessionId, Instant expiresAt) {}

    /** @throws Refusal UNAUTHORIZED, UNAVAILABLE */
    Accepted check(String token) {
        try {
            JwtClaims claims = consumer().processToClaims(token);
            if (!"Bearer".equals(claims.getStringClaimValue("typ"))) {
                throw Refusal.unauthorized("This is not an access token");
            }
            String client = claims.getStringClaimValue("azp");
            if (client == null || !clients.contains(client)) {
                throw Refusal.unauthorized("This access token was issued to a client that is not accepted here");
            }
            return new Accepted(
                    user(claims),
                    first(claims.getClaimValue("sid")),
                    Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
        } catch (InvalidJwtException e) {
            throw refusal(e);
        } catch (MalformedClaimException e) {
            throw Refusal.unauthorized("This access token has a malformed claim");
        }
    }

    private JwtConsumer consumer() {
        return new JwtConsumerBuilder()
                .setExpectedIssuers(true, issuers.toArray(String[]::new))
                .setRequireExpirationTime()
                .setRequireSubject()
                .setEvaluationTime(NumericDate.fromSeconds(clock.instant().getEpochSecond()))
                // one realm serves us alone, and Keycloak names no audience by default: azp is checked instead
                .setSkipDefaultAudienceValidation()
                .setJwsAlgorithmConstraints(ASYMMETRIC_ONLY)
                .setVerificationKeyResolver(keys)
                .build();
    }

    private static Refusal refusal(InvalidJwtException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return Refusal.of(
                        ErrorCode.UNAVAILABLE, "Keycloak does not answer, so the access token cannot be checked");
            }
        }
        return Refusal.unauthorized(
                e.hasExpired()
                        ? "This access token has expired"
                        : "This bearer is neither an API key nor a valid access token");
    }

    private static User user(JwtClaims claims) throws MalformedClaimException {
        String userName = claims.getStringClaimValue("preferred_username");
        if (userName == null || !UserNames.isValid(UserNames.normal(userName))) {
            throw Refusal.unauthorized("This access token names no user");
        }
        return new User(
                claims.getSubject(),
                UserNames.normal(userName),
                roles(claims),
                all(claims.getClaimValue("organization_id")));
    }

    private static Set<String> roles(JwtClaims claims) {
        Set<String> roles = new LinkedHashSet<>();
        if (claims.getClaimValue("realm_access") instanceof Map<?, ?> access
                && access.get("roles") instanceof Collection<?> names) {
            names.forEach(name -> roles.add(String.valueOf(name)));
        }
        return roles;
    }

    private static List<String> all(@Nullable Object claim) {
        if (claim instanceof Collection<?> values) {
            return values.stream().map(String::valueOf).distinct().toList();
        }
        return claim == null ? List.of() : List.of(claim.toString());
    }

    private static @Nullable String first(@Nullable Object claim) {
        if (claim instanceof Collection<?> values) {
            return values.isEmpty() ? null : String.valueOf(values.iterator().next());
        }
        return claim == null ? null : claim.toString();
    }
}
