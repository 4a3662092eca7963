package io.countersign.approvals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A person lets another one decide in their name for a time.
 *
 * @param from user name of the person who delegates
 * @param to user name of the delegate
 * @param roles the roles lent; empty means all, and being designated by name too
 */
public record Delegation(
        UUID uuid,
        String from,
        String to,
        List<String> roles,
        Instant fromTime,
        Instant toTime,
        String reason,
        Instant createdAt,
        String etag) {
    public Delegation {
        roles = List.copyOf(roles);
    }
}
