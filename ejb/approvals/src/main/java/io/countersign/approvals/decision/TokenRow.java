package io.countersign.approvals.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The hash of a decision token, and whom the token stands for: a person or a channel. */
@Entity
@Table(name = "approval_token")
@SuppressWarnings("NullAway.Init")
public class TokenRow {

    @Id
    String tokenHash;

    UUID requestUuid;

    @Column(name = "input_revision")
    int revision;

    @Nullable
    public String person;

    @Nullable
    public String channel;

    Instant mintedAt;

    @Nullable
    Instant spentAt;
}
