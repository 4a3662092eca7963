package io.countersign.approvals;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry of the catalogue at rest. */
@Entity
@Table(name = "approval_catalogue")
@SuppressWarnings("NullAway.Init")
class CatalogueRow {

    @Id
    UUID id;

    String toolName;

    @Nullable
    String actionType;

    /** What the entry is about, in lower case: there is one for each. */
    String place;

    /** The tool's name in lower case. */
    String toolKey;

    @Enumerated(EnumType.STRING)
    RiskLevel riskLevel;

    String rule;

    @Nullable
    Integer timeoutSeconds;

    @Nullable
    String organizationId;

    Instant createdAt;
    Instant updatedAt;

    @Version
    @Column(name = "lock_version")
    @Nullable
    Integer version;

    void fill(CatalogueDraft draft, Instant now) {
        toolName = draft.toolName();
        actionType = draft.actionType();
        toolKey = key(draft.toolName());
        place = place(draft);
        riskLevel = draft.riskLevel();
        rule = RuleJson.write(draft.rule());
        timeoutSeconds = draft.timeoutSeconds();
        organizationId = draft.organizationId();
        updatedAt = now;
    }

    static String key(String toolName) {
        return toolName.toLowerCase(Locale.ROOT);
    }

    static String place(CatalogueDraft draft) {
        String action = Objects.requireNonNullElse(draft.actionType(), "");
        String organization = Objects.requireNonNullElse(draft.organizationId(), "");
        return key(draft.toolName()) + " " + action.toLowerCase(Locale.ROOT) + " " + organization;
    }

    CatalogueEntry view() {
        return new CatalogueEntry(
                id,
                toolName,
                actionType,
                riskLevel,
                RuleJson.read(rule),
                timeoutSeconds,
                organizationId,
                createdAt,
                updatedAt,
                String.valueOf(version == null ? 0 : version));
    }
}
