package io.countersign.approvals.delegation;

import io.countersign.approvals.storage.Labels;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A delegation as it is stored. */
@Entity
@Table(name = "approval_delegation")
@SuppressWarnings("NullAway.Init")
public class DelegationRow {

    @Id
    public UUID id;

    @Column(name = "delegator")
    public String giver;

    public String delegate;

    /** What the two were called then, where that is not their id. */
    @Column(name = "delegator_name")
    @Nullable
    public String giverName;

    @Nullable
    public String delegateName;

    public String roles;
    public Instant fromTime;
    public Instant toTime;
    public String reason;
    public Instant createdAt;

    /** The giver's usual organization; null: none. */
    @Nullable
    public String organizationId;

    @Version
    @Column(name = "lock_version")
    @Nullable
    public Integer version;

    public String giverName() {
        return Labels.of(giver, giverName);
    }

    public String delegateName() {
        return Labels.of(delegate, delegateName);
    }
}
