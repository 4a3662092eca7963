package io.countersign.security.accesstoken;

import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.security.Credential;
import io.countersign.security.Person;
import io.countersign.security.SecuritySettings;
import io.countersign.security.Tokens;
import io.countersign.security.apikey.ApiKeyAuthenticator;
import io.countersign.security.people.Issuers;
import io.countersign.security.people.PersonIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates Keycloak access tokens. A result is cached for a few seconds, and never beyond the expiry of the token.
 */
@ApplicationScoped
public class AccessTokens {

    private static final int MOST = 10_000;

    private final PersonIds ids;
    private final Clock clock;
    private final Optional<TokenCheck> check;
    private final Map<String, CachedActor> byHash = new ConcurrentHashMap<>();

    private record CachedActor(Actor actor, Instant until) {}

    @Inject
    public AccessTokens(SecuritySettings settings, PersonIds ids, Clock clock) {
        this(settings, RealmKeys::of, ids, clock);
    }

    AccessTokens(SecuritySettings settings, KeySource keys, PersonIds ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
        this.check = settings.keycloakUrl()
                .map(url -> new TokenCheck(
                        Issuers.of(url, settings.realm()),
                        settings.clients(),
                        keys.forRealm(url, settings.realm()),
                        clock));
    }

    @SuppressWarnings("NullAway")
    protected AccessTokens() {
        this.ids = null;
        this.clock = null;
        this.check = null;
    }

    /** Where a realm's signature keys come from. */
    interface KeySource {
        VerificationKeyResolver forRealm(String url, String realm);
    }

    /** @throws Refusal UNAUTHORIZED; UNAVAILABLE when Keycloak's keys cannot be fetched */
    public Actor actor(String token) {
        TokenCheck checker = check.orElseThrow(() ->
                Refusal.unauthorized("This is no API key, and no Keycloak is configured that could issue tokens"));
        String hash = Tokens.hash(token);
        Instant now = clock.instant();
        @Nullable CachedActor known = byHash.get(hash);
        if (known != null && now.isBefore(known.until())) {
            return known.actor();
        }
        TokenCheck.Accepted accepted = checker.check(token);
        Actor actor = actor(accepted);
        Instant believed = now.plus(ApiKeyAuthenticator.BELIEVED);
        if (byHash.size() >= MOST) {
            byHash.clear();
        }
        byHash.put(
                hash,
                new CachedActor(actor, accepted.expiresAt().isBefore(believed) ? accepted.expiresAt() : believed));
        return actor;
    }

    private Actor actor(TokenCheck.Accepted accepted) {
        TokenCheck.User user = accepted.user();
        return Actor.person(
                new Person(
                        ids.of(user.subject(), user.userName()),
                        user.userName(),
                        user.userName(),
                        null,
                        null,
                        user.roles(),
                        user.organizations()),
                Credential.of(Credential.Kind.ACCESS_TOKEN, accepted.sessionId()));
    }
}
