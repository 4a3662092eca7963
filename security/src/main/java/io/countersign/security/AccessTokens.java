package io.countersign.security;

import jakarta.enterprise.context.ApplicationScoped;

/** Recognises Keycloak access tokens. */
@ApplicationScoped
class AccessTokens {

    Actor actor(String token) {
        throw Refusal.unauthorized("This access token is not accepted");
    }
}
