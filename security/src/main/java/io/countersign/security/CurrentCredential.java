package io.countersign.security;

import io.countersign.audit.CallerCredential;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.util.Map;

/** The credential of whoever calls in this request; nobody does in timers and observers. */
@ApplicationScoped
class CurrentCredential implements CallerCredential {

    private final CurrentUser user;

    @Inject
    CurrentCredential(CurrentUser user) {
        this.user = user;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected CurrentCredential() {
        this(null);
    }

    @Override
    public Map<String, ?> now() {
        try {
            return user.isKnown() ? user.actor().credential().toMap() : Map.of();
        } catch (ContextNotActiveException nobody) {
            return Map.of();
        }
    }
}
