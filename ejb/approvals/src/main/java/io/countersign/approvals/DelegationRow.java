package io.countersign.approvals;

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

    String giver;
    String delegate;
    String roles;
    Instant fromTime;
    Instant toTime;
    String reason;
    Instant createdAt;

    @Version
    @Nullable
    Integer version;
}
