package io.countersign.ui.workflows;

import io.countersign.approvals.EscalationStep;
import io.countersign.workflows.ApprovalMode;
import io.countersign.workflows.Workflow;
import java.util.List;

/** The approval rule of a workflow in one sentence. */
final class RuleSentence {

    private RuleSentence() {}

    static String words(Workflow workflow) {
        return when(workflow.approvalMode()) + who(workflow);
    }

    static String words(EscalationStep step) {
        String told = String.join(" and ", step.roles())
                + (step.channel() == null || step.roles().isEmpty() ? "" : " and ");
        return "after " + step.afterSeconds() + " s " + told + (step.channel() == null ? "" : step.channel())
                + (step.roles().size() == 1 && step.channel() == null ? " is told" : " are told")
                + (step.widen() ? "; " + String.join(" or ", step.roles()) + " may decide from then on" : "");
    }

    private static String when(ApprovalMode mode) {
        return switch (mode) {
            case ALWAYS -> "Approval required for all runs: ";
            case AGENT_ONLY -> "Approval required for agent runs: ";
            case NEVER -> "No approval needed. If the mode changes: ";
        };
    }

    private static String who(Workflow workflow) {
        return switch (workflow.approvalType()) {
            case MULTI ->
                workflow.quorum() != null
                        ? "several people by a quorum of roles."
                        : workflow.requiredApprovers() + " different people" + holding(workflow.requiredRoles()) + ".";
            case UNANIMOUS ->
                workflow.approvers().isEmpty()
                        ? "everyone" + holding(workflow.requiredRoles()) + "."
                        : "every one of " + String.join(", ", workflow.approvers()) + ".";
            case SINGLE ->
                workflow.approvers().isEmpty()
                        ? "one person" + holding(workflow.requiredRoles()) + "."
                        : "one of " + String.join(", ", workflow.approvers()) + ".";
            case EMERGENCY -> "one emergency approver, reviewed afterwards.";
            case AUTO -> "a policy, or else one person" + holding(workflow.requiredRoles()) + ".";
            case MANUAL -> "one person" + holding(workflow.requiredRoles()) + ".";
        };
    }

    private static String holding(List<String> roles) {
        return " with the role " + (roles.isEmpty() ? "approver" : String.join(" or ", roles));
    }
}
