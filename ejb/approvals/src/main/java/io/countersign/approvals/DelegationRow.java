package io.countersign.approvals;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A delegation at rest. */
@Entity
@Table(name = "approval_delegation")
@SuppressWarnings("NullAway.Init")
class DelegationRow {

    @Id
    UUID id;

    @Column(name = "delegator")
    String giver;

    String delegate;

    /** What the two were called then, where that is not their id. */
    @Column(name = "delegator_name")
    @Nullable
    String giverName;

    @Nullable
    String delegateName;

    String roles;
    Instant fromTime;
    Instant toTime;
    String reason;
    Instant createdAt;

    /** The giver's usual organization; null: the house's. */
    @Nullable
    String organizationId;

    @Version
    @Column(name = "lock_version")
    @Nullable
    Integer version;

    String giverName() {
        return Labels.of(giver, giverName);
    }

    String delegateName() {
        return Labels.of(delegate, delegateName);
    }
}
