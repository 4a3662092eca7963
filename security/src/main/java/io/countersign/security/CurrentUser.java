package io.countersign.security;

import io.countersign.kernel.AnyCaller;
import io.countersign.kernel.Refusal;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The caller of the current request. Set by the edges (REST filter, MCP, console). */
@AnyCaller("the caller of this request and nothing else")
@RequestScoped
public class CurrentUser {

    private @Nullable Actor actor;

    /** @throws Refusal UNAUTHORIZED when nobody has been recognised */
    public Actor actor() {
        if (actor == null) {
            throw Refusal.unauthorized("Send an API key or an access token as Authorization: Bearer …");
        }
        return actor;
    }

    /** Whether somebody has been recognised. */
    public boolean isKnown() {
        return actor != null;
    }

    /** Says who calls; for the edges only. */
    public void become(Actor who) {
        actor = who;
    }
}
