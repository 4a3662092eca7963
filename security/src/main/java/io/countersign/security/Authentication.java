package io.countersign.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Recognises a caller by what stands behind {@code Bearer}. */
@ApplicationScoped
public class Authentication {

    private final KeyRing keys;
    private final AccessTokens accessTokens;

    @Inject
    Authentication(KeyRing keys, AccessTokens accessTokens) {
        this.keys = keys;
        this.accessTokens = accessTokens;
    }

    @SuppressWarnings("NullAway")
    protected Authentication() {
        this.keys = null;
        this.accessTokens = null;
    }

    /**
     * Who sends this API key or Keycloak access token. Answers are remembered for a few seconds; a key revoked on this node is
     * refused at once, on another within those seconds.
     *
     * @throws Refusal UNAUTHORIZED, KEY_EXPIRED
     */
    public Actor authenticate(String bearer) {
        return bearer.startsWith(ApiKeys.KEY_PREFIX) ? keys.actor(bearer) : accessTokens.actor(bearer);
    }
}
