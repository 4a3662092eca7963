package io.countersign.approvals.policy;

import io.countersign.approvals.Policy;
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
public class PolicyRow {

    @Id
    public UUID id;

    public String name;

    @Enumerated(EnumType.STRING)
    public Policy.Kind kind;

    public boolean enabled;
    public int priority;
    public String conditions;
    public String outcome;
    public Instant createdAt;
    public Instant updatedAt;

    @Version
    @Column(name = "lock_version")
    @Nullable
    public Integer version;
}
