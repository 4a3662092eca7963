package io.countersign.ui.access;

import io.countersign.approvals.CatalogueDraft;
import io.countersign.approvals.CatalogueEntry;
import io.countersign.approvals.RiskLevel;
import io.countersign.ui.HtmlForm;
import io.countersign.ui.PageJson;
import org.jspecify.annotations.Nullable;

/** The form of an entry of the catalogue, both ways. */
final class ToolFields {

    private ToolFields() {}

    static CatalogueDraft of(HtmlForm form) {
        return new CatalogueDraft(
                form.text("tool_name"),
                form.textOrNull("action_type"),
                RiskLevel.parse(form.text("risk_level")),
                RuleFields.of(form),
                form.number("timeout_seconds"),
                form.textOrNull("organization_id"));
    }

    static @Nullable Object stored(CatalogueEntry entry, String field, PageJson json) {
        return switch (field) {
            case "tool_name" -> entry.toolName();
            case "action_type" -> entry.actionType();
            case "risk_level" -> entry.riskLevel().toString();
            case "timeout_seconds" -> entry.timeoutSeconds();
            case "organization_id" -> entry.organizationId();
            default -> RuleFields.stored(entry.rule(), field, json);
        };
    }

    /** What stands in the form of a new entry. */
    static @Nullable Object fresh(String field) {
        return switch (field) {
            case "risk_level" -> RiskLevel.HIGH.toString();
            case "approval_type" -> "manual";
            case "required_rejections" -> 1;
            default -> null;
        };
    }
}
