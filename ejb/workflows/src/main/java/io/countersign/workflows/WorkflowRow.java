package io.countersign.workflows;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.RiskLevel;
import io.countersign.security.Actor;
import io.countersign.security.OrganizationScope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A workflow in the database. */
@Entity
@Table(name = "workflow")
@SuppressWarnings("NullAway.Init") // filled by the persistence provider
class WorkflowRow {
    @Id
    UUID uuid;

    String name;
    String kind;
    String state;
    String riskLevel;
    int riskRank;
    String indicatorTypes;
    String tags;
    String searchText;
    String definition;
    int codeVersion;
    String sha256;

    @Column(name = "binding_sha256")
    String bindingSha256;

    @Nullable
    String builtin;

    boolean stateChosen;

    @Nullable
    String organizationId;

    Instant createdAt;
    Instant updatedAt;
    String createdBy;
    String lastEditor;

    @Nullable
    Instant archivedAt;

    /** The definition that was active last. */
    @Nullable
    String liveDefinition;

    @Version
    @Column(name = "lock_version")
    long revision;

    protected WorkflowRow() {}

    WorkflowRow(UUID uuid, String createdBy, Instant now) {
        this.uuid = uuid;
        this.createdBy = createdBy;
        this.lastEditor = createdBy;
        this.createdAt = now;
        this.updatedAt = now;
        this.codeVersion = 1;
    }

    Definition definition() {
        return Definition.parse(definition);
    }

    /** What held when the workflow was active last; null when it never was. */
    @Nullable
    Definition liveDefinition() {
        return liveDefinition == null ? null : Definition.parse(liveDefinition);
    }

    /** Takes over a definition and the digest of what runs under it. */
    void define(Definition next, String runSha256) {
        name = next.text("name");
        kind = next.text("kind");
        state = next.text("state");
        riskLevel = next.text("risk_level");
        riskRank = RiskLevel.parse(riskLevel).ordinal();
        indicatorTypes = marked(next.texts("indicator_types"));
        tags = marked(next.texts("tags"));
        searchText = (name + "\n" + next.text("documentation")).toLowerCase(Locale.ROOT);
        organizationId = next.textOrNull("organization_id");
        definition = next.json();
        sha256 = runSha256;
        bindingSha256 = next.bindingSha256(runSha256);
        if (state.equals(WorkflowState.ACTIVE.wire())) {
            liveDefinition = definition;
        }
    }

    /** 404 for people to whom it does not exist. */
    void showTo(Actor viewer) {
        OrganizationScope.of(viewer).require("workflow", uuid, organizationId);
    }

    /** Every element between line feeds, so that one LIKE finds it whole. */
    static String marked(List<String> elements) {
        return elements.isEmpty() ? "" : "\n" + String.join("\n", elements) + "\n";
    }

    Workflow workflow(@Nullable String code) {
        Definition d = definition();
        return new Workflow(
                uuid,
                name,
                WorkflowKind.of(kind),
                code,
                d.endpoint(),
                d.text("documentation"),
                WorkflowState.of(state),
                d.texts("indicator_types"),
                d.texts("tags"),
                d.integer("timeout_seconds"),
                d.integer("retry_count"),
                RiskLevel.parse(riskLevel),
                d.integerOrNull("time_saved_minutes"),
                ApprovalMode.of(d.text("approval_mode")),
                ApprovalType.parse(d.text("approval_type")),
                d.texts("required_roles"),
                d.integerOrNull("required_approvers"),
                d.integer("required_rejections"),
                d.texts("approvers"),
                d.quorum(),
                d.textOrNull("approval_channel"),
                d.integer("approval_timeout_seconds"),
                d.integerOrNull("reminder_after_seconds"),
                d.escalation(),
                d.texts("allowed_hosts"),
                d.texts("allowed_secrets"),
                d.numbers("limits"),
                d.text("envelope"),
                organizationId,
                codeVersion,
                sha256,
                builtin != null,
                createdAt,
                updatedAt,
                createdBy,
                lastEditor,
                archivedAt,
                revision);
    }
}
