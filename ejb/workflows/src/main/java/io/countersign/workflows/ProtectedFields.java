package io.countersign.workflows;

import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The fields that decide who has to agree and what a run may do. Agents do not set them. */
final class ProtectedFields {

    static final Set<String> NAMES = Set.of(
            "approval_mode",
            "approval_type",
            "required_roles",
            "required_approvers",
            "required_rejections",
            "quorum",
            "approvers",
            "risk_level",
            "allowed_hosts",
            "allowed_secrets",
            "endpoint",
            "limits",
            "envelope");

    private static final String REASON = "protected_field";

    private ProtectedFields() {}

    /** Those among the names that are protected. */
    static List<String> among(Collection<String> names) {
        return names.stream().filter(NAMES::contains).sorted().toList();
    }

    /** Whether an edit changes the code or a protected field. */
    static boolean touchedBy(Edit edit) {
        return edit.recoded()
                || !among(edit.changes().keySet()).isEmpty()
                || widens(edit.before(), edit.after())
                || moves(edit.before(), edit.after());
    }

    /** 403 where an agent would do more than write drafts. */
    static void refuseAgents(Edit edit, Actor by) {
        if (!by.isAgent()) {
            return;
        }
        List<String> refused = new ArrayList<>(among(edit.changes().keySet()));
        if (widens(edit.before(), edit.after())) {
            refused.add("escalation");
        }
        if (edit.goesLive()) {
            refused.add("state");
        }
        if (!edit.before().text("state").equals(WorkflowState.DRAFT.wire())) {
            refused.addAll(edit.changes().keySet());
            if (edit.recoded()) {
                refused.add("code");
            }
        }
        if (!refused.isEmpty()) {
            String field = refused.get(0);
            throw new Refusal(
                    ErrorCode.FORBIDDEN,
                    "An agent writes drafts, without protected fields; a person has to set " + field,
                    Map.of("reason", REASON, "field", field, "fields", refused));
        }
    }

    /** 403 where an agent would take away what is not a draft. */
    static void refuseAgents(WorkflowRow archived, Actor by) {
        if (by.isAgent() && !archived.state.equals(WorkflowState.DRAFT.wire())) {
            throw new Refusal(
                    ErrorCode.FORBIDDEN,
                    "An agent writes drafts; a person has to archive this workflow",
                    Map.of("reason", REASON, "field", "archived_at"));
        }
    }

    /** Whether more people could decide by a step of the escalation than before. */
    static boolean widens(Definition before, Definition after) {
        return after.escalation().stream().filter(step -> step.widen()).anyMatch(step -> before.escalation().stream()
                .noneMatch(old -> Objects.equals(old, step)));
    }

    /** Whether other people could decide, since the workflow would be another organization's. */
    static boolean moves(Definition before, Definition after) {
        return !Objects.equals(before.textOrNull("organization_id"), after.textOrNull("organization_id"));
    }
}
