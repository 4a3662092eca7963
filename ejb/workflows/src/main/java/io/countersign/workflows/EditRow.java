package io.countersign.workflows;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That somebody wrote what would run or changed what protects it; gone once people agreed to the outcome. */
@Entity
@Table(name = "workflow_edit")
@SuppressWarnings("NullAway.Init") // filled by the persistence provider
class EditRow {
    @Id
    UUID id;

    UUID workflowUuid;
    String person;
    Instant editedAt;

    protected EditRow() {}

    EditRow(UUID workflowUuid, String person, Instant editedAt) {
        this.id = UUID.randomUUID();
        this.workflowUuid = workflowUuid;
        this.person = person;
        this.editedAt = editedAt;
    }
}
