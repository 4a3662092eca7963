package io.countersign.security;

import io.countersign.kernel.AnyCaller;
import io.countersign.kernel.Refusal;
import io.countersign.security.accesstoken.AccessTokens;
import io.countersign.security.apikey.ApiKeyAuthenticator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Recognises a caller by what stands behind {@code Bearer}. */
@ApplicationScoped
public class Authentication {

    private final ApiKeyAuthenticator keys;
    private final AccessTokens accessTokens;
    private final KeyOwners owners;

    @Inject
    Authentication(ApiKeyAuthenticator keys, AccessTokens accessTokens, KeyOwners owners) {
        this.keys = keys;
        this.accessTokens = accessTokens;
        this.owners = owners;
    }

    @SuppressWarnings("NullAway")
    protected Authentication() {
        this.keys = null;
        this.accessTokens = null;
        this.owners = null;
    }

    /**
     * Who sends this API key or Keycloak access token. Answers are remembered for a few seconds; a key revoked on this node is
     * refused at once, on another within those seconds. A key may do no more than its owner may at that moment.
     *
     * @throws Refusal UNAUTHORIZED, KEY_EXPIRED
     */
    @AnyCaller("says who the caller is")
    public Actor authenticate(String bearer) {
        return bearer.startsWith(ApiKeys.KEY_PREFIX) ? owners.cut(keys.actor(bearer)) : accessTokens.actor(bearer);
    }
}
