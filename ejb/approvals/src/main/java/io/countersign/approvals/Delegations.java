package io.countersign.approvals;

import io.countersign.audit.Page;
import io.countersign.audit.PageRequest;
import io.countersign.security.Actor;
import jakarta.ejb.Stateless;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Out of office: people let others decide in their name. Callers are humans with {@code approvals:write}. */
@Stateless
public class Delegations {

    /** The caller's own, given and received; an admin sees all. */
    public Page<Delegation> list(Actor by, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    /** One delegation; NOT_FOUND unless it is the caller's or the caller is an admin. */
    public Delegation get(UUID id, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Stores a delegation from the caller to somebody else. */
    public Delegation create(DelegationDraft draft, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Replaces the fields of the caller's own delegation. */
    public Delegation update(UUID id, DelegationDraft draft, @Nullable String ifMatch, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Ends a delegation: by the one who gave it, or an admin. */
    public void delete(UUID id, Actor by) {
        throw new UnsupportedOperationException();
    }
}
