package io.countersign.web;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** What the conventions need to know of the request at hand. */
@RequestScoped
public class RequestContext {

    private String target = "";
    private @Nullable String idempotencyKey;
    private @Nullable String bearer;

    void begin(String method, String pathAndQuery, @Nullable String key) {
        target = method + " " + pathAndQuery;
        idempotencyKey = key;
    }

    void authenticatedBy(String token) {
        bearer = token;
    }

    String target() {
        return target;
    }

    @Nullable
    String idempotencyKey() {
        return idempotencyKey;
    }

    @Nullable
    String bearer() {
        return bearer;
    }
}
