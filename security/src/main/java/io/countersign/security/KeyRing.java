package io.countersign.security;

import jakarta.enterprise.context.ApplicationScoped;

/** Recognises API keys. */
@ApplicationScoped
class KeyRing {

    Actor actor(String key) {
        throw Refusal.unauthorized("This API key is not known");
    }
}
