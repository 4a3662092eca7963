package io.countersign.approvals;

/** A policy to be stored, or to be tried on past requests; the fields are those of {@link Policy}. */
public record PolicyDraft(
        String name, Policy.Kind kind, boolean enabled, int priority, Policy.When when, Policy.Then then) {}
