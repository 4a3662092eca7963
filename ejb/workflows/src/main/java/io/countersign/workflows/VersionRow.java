package io.countersign.workflows;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One version of a script; never updated. */
@Entity
@Table(name = "workflow_version")
@SuppressWarnings("NullAway.Init") // filled by the persistence provider
class VersionRow {
    private static final int PREVIEW_LINES = 12;

    @Embeddable
    record Key(
            UUID workflowUuid,
            @Column(name = "code_version") int version) implements Serializable {}

    @EmbeddedId
    Key key;

    String sha256;
    String author;

    /** Who made the author's key; null where that was nobody else. */
    @Nullable
    String authorHand;

    Instant savedAt;
    String code;

    protected VersionRow() {}

    VersionRow(UUID workflowUuid, int version, String sha256, Author author, Instant savedAt, String code) {
        this.key = new Key(workflowUuid, version);
        this.sha256 = sha256;
        this.author = author.person();
        this.authorHand = author.hand();
        this.savedAt = savedAt;
        this.code = code;
    }

    io.countersign.workflows.Version listed() {
        return new Version(key.workflowUuid(), key.version(), sha256, author, savedAt, preview(), null);
    }

    io.countersign.workflows.Version whole() {
        return new Version(key.workflowUuid(), key.version(), sha256, author, savedAt, preview(), code);
    }

    private String preview() {
        return code.lines().limit(PREVIEW_LINES).collect(Collectors.joining("\n"));
    }
}
