package io.countersign.approvals;

import io.countersign.audit.Page;
import io.countersign.audit.PageRequest;
import io.countersign.security.Actor;
import jakarta.ejb.Stateless;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules of the house about requests. Every method wants the scope {@code admin}. */
@Stateless
public class Policies {

    /** All policies in the order in which they are tried. */
    public Page<Policy> list(Actor by, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    /** One policy; NOT_FOUND when there is none. */
    public Policy get(UUID id, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Stores a policy, or asks another admin for agreement once there is one. */
    public PolicyChange create(PolicyDraft draft, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Replaces a policy's fields; {@code ifMatch} guards against a change in between (CONFLICT). */
    public PolicyChange update(UUID id, PolicyDraft draft, @Nullable String ifMatch, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Removes a policy. */
    public PolicyChange delete(UUID id, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** What the draft alone would have done with the last {@code lastRequests} requests (1..1000). Changes nothing. */
    public Replay replay(PolicyDraft draft, int lastRequests, Actor by) {
        throw new UnsupportedOperationException();
    }
}
