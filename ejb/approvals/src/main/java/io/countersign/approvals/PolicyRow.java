package io.countersign.approvals;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A policy at rest; conditions and outcome are JSON. */
@Entity
@Table(name = "approval_policy")
@SuppressWarnings("NullAway.Init")
class PolicyRow {

    @Id
    UUID id;

    String name;

    @Enumerated(EnumType.STRING)
    Policy.Kind kind;

    boolean enabled;
    int priority;
    String conditions;
    String outcome;
    Instant createdAt;
    Instant updatedAt;

    @Version
    @Column(name = "lock_version")
    @Nullable
    Integer version;
}
