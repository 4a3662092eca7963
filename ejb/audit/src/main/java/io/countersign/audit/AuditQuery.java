package io.countersign.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to look for; a null field filters nothing. Times: from inclusive, to exclusive.
 *
 * @param actorKeys keys that the actor's name may also mean: their rows are found beside the actor's
 * @param keys keys by which somebody acted; null filters nothing, and nothing is found by an empty list
 * @param text what stands somewhere in actor, action or details, in any case
 * @param afterSeq only rows with a higher number
 * @param oldestFirst in the chain's order, for whoever collects all of it; else the newest first
 * @param organizations whose rows to look at; empty: everybody's
 */
public record AuditQuery(
        @Nullable String actor,
        @Nullable String action,
        @Nullable UUID targetId,
        @Nullable Instant from,
        @Nullable Instant to,
        List<String> organizations,
        List<UUID> actorKeys,
        @Nullable List<UUID> keys,
        @Nullable String text,
        @Nullable Long afterSeq,
        boolean oldestFirst) {

    public AuditQuery {
        organizations = List.copyOf(organizations);
        actorKeys = List.copyOf(actorKeys);
        keys = keys == null ? null : List.copyOf(keys);
    }

    /** By who, what, to what and when alone, newest first. */
    public AuditQuery(
            @Nullable String actor,
            @Nullable String action,
            @Nullable UUID targetId,
            @Nullable Instant from,
            @Nullable Instant to) {
        this(actor, action, targetId, from, to, List.of(), List.of(), null, null, null, false);
    }

    /** The same among the rows of these organizations. */
    AuditQuery within(List<String> wanted) {
        return new AuditQuery(actor, action, targetId, from, to, wanted, actorKeys, keys, text, afterSeq, oldestFirst);
    }

    /** The same, also for rows of these keys: those that go by the actor's name, and those by which somebody acted. */
    public AuditQuery through(List<UUID> named, @Nullable List<UUID> wanted) {
        return new AuditQuery(
                actor, action, targetId, from, to, organizations, named, wanted, text, afterSeq, oldestFirst);
    }

    /** The same with that text in it. */
    public AuditQuery holding(@Nullable String wanted) {
        return new AuditQuery(
                actor, action, targetId, from, to, organizations, actorKeys, keys, wanted, afterSeq, oldestFirst);
    }

    /** The same, for a collector: after that number, and in the chain's order. */
    public AuditQuery collected(@Nullable Long after, boolean chainOrder) {
        return new AuditQuery(
                actor, action, targetId, from, to, organizations, actorKeys, keys, text, after, chainOrder);
    }

    /** Everything. */
    public static AuditQuery all() {
        return new AuditQuery(null, null, null, null, null);
    }

    /** Everything that happened to one target. */
    public static AuditQuery about(UUID targetId) {
        return new AuditQuery(null, null, targetId, null, null);
    }
}
