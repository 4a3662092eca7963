package io.countersign.approvals.request;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change of a pending request's inputs, with the inputs before it. */
@Entity
@Table(name = "approval_revision")
@IdClass(RevisionRow.Key.class)
@SuppressWarnings("NullAway.Init")
public class RevisionRow {

    /** Revisions of a request count from 1. */
    record Key(UUID requestUuid, int number) implements Serializable {}

    @Id
    public UUID requestUuid;

    @Id
    @Column(name = "input_revision")
    public int number;

    public String editor;

    @Nullable
    public String editorName;

    public String comment;
    public Instant revisedAt;
    public String diff;
    public String argumentsBefore;
}
