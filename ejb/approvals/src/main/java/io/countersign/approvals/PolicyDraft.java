package io.countersign.approvals;

/** A policy to be stored, or to be tried on past requests; the fields are those of {@link Policy}. */
public record PolicyDraft(
        String name, Policy.Kind kind, boolean enabled, int priority, Policy.When when, Policy.Then then) {

    /** A policy as a draft of itself. */
    public static PolicyDraft of(Policy policy) {
        return new PolicyDraft(
                policy.name(), policy.kind(), policy.enabled(), policy.priority(), policy.when(), policy.then());
    }
}
