package io.countersign.security.accesstoken;

import org.jose4j.http.Get;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/** A realm's public keys, fetched once and kept; an unknown key id makes it ask again, not more than a few times a second. */
final class RealmKeys {

    private static final int TIMEOUT_MS = 2_000;
    private static final long KEEP_SECONDS = 600;
    private static final long KEEP_WHILE_AWAY_SECONDS = 3_600;

    private RealmKeys() {}

    static VerificationKeyResolver of(String url, String realm) {
        Get get = new Get();
        get.setConnectTimeout(TIMEOUT_MS);
        get.setReadTimeout(TIMEOUT_MS);
        get.setRetries(0);
        HttpsJwks jwks = new HttpsJwks(url + "/realms/" + realm + "/protocol/openid-connect/certs");
        jwks.setSimpleHttpGet(get);
        jwks.setDefaultCacheDuration(KEEP_SECONDS);
        jwks.setRetainCacheOnErrorDuration(KEEP_WHILE_AWAY_SECONDS);
        return new HttpsJwksVerificationKeyResolver(jwks);
    }
}
