package io.countersign.approvals;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A wished-for change of a policy, waiting for the approval of the same id. */
@Entity
@Table(name = "approval_policy_change")
@SuppressWarnings("NullAway.Init")
class PolicyChangeRow {

    /** What is to be done. */
    enum Operation {
        CREATE,
        UPDATE,
        DELETE
    }

    @Id
    UUID requestId;

    @Nullable
    UUID policyId;

    @Enumerated(EnumType.STRING)
    Operation operation;

    @Nullable
    String draft;
    /** The version that the wish was made against; a policy changed since then is left alone. */
    @Nullable
    Integer baseVersion;
}
