package io.countersign.approvals.catalogue;

import io.countersign.approvals.CatalogueDraft;
import io.countersign.approvals.CatalogueEntry;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.request.RuleJson;
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

/** An entry of the catalogue as it is stored. */
@Entity
@Table(name = "approval_catalogue")
@SuppressWarnings("NullAway.Init")
public class CatalogueRow {

    @Id
    public UUID id;

    public String toolName;

    @Nullable
    public String actionType;

    /** What the entry is about, in lower case: there is one for each. */
    String place;

    /** The tool's name in lower case. */
    String toolKey;

    @Enumerated(EnumType.STRING)
    public RiskLevel riskLevel;

    public String rule;

    @Nullable
    public Integer timeoutSeconds;

    @Nullable
    public String organizationId;

    public Instant createdAt;
    Instant updatedAt;

    @Version
    @Column(name = "lock_version")
    @Nullable
    public Integer version;

    public void fill(CatalogueDraft draft, Instant now) {
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

    public static String place(CatalogueDraft draft) {
        String action = Objects.requireNonNullElse(draft.actionType(), "");
        String organization = Objects.requireNonNullElse(draft.organizationId(), "");
        return key(draft.toolName()) + " " + action.toLowerCase(Locale.ROOT) + " " + organization;
    }

    public CatalogueEntry view() {
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
