package io.countersign.approvals.change;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change that waits for the approval of the same id. */
@Entity
@Table(name = "approval_change")
@SuppressWarnings("NullAway.Init")
public class ChangeRow {

    @Id
    public UUID requestUuid;

    public String subjectType;
    public String subjectId;
    public String payload;
    /** The version that the change was made against; a subject changed since then is left alone. */
    @Nullable
    public Long baseVersion;

    /** When whoever asked took what the agreed change gives; null: not yet, or nothing is to be taken. */
    @Nullable
    public Instant claimedAt;
}
