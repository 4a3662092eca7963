package io.countersign.approvals;

import java.time.Instant;
import java.util.List;

/** A delegation to be stored in the name of the caller; the fields are those of {@link Delegation}. */
public record DelegationDraft(String to, List<String> roles, Instant fromTime, Instant toTime, String reason) {
    public DelegationDraft {
        roles = List.copyOf(roles);
    }
}
