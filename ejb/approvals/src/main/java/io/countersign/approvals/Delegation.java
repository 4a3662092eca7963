package io.countersign.approvals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A person lets another one decide in their name for a time.
 *
 * @param giver id of the person who delegates
 * @param from what that person was called then
 * @param delegate id of the person who stands in
 * @param to what the delegate was called then
 * @param roles the roles lent; empty means all, and being designated by name too
 */
public record Delegation(
        UUID uuid,
        String giver,
        String from,
        String delegate,
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
