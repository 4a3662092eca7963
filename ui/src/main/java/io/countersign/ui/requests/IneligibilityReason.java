package io.countersign.ui.requests;

import io.countersign.approvals.RequestView;
import java.util.List;
import java.util.Locale;

/** Says why somebody cannot decide a pending request. The rules themselves are the door's; this only explains them. */
final class IneligibilityReason {

    private IneligibilityReason() {}

    static String words(RequestView request) {
        String barrier = request.barrier();
        return switch (barrier == null ? "" : barrier) {
            case "requester" ->
                "You asked for this, changed its inputs, or made the key that asked; the decision is for others.";
            case "editor" ->
                "You wrote this code, or changed what protects it, since it was last approved; the decision is for others.";
            case "already_voted" -> "You have decided. It now waits for others.";
            case "review_overdue" -> "The review of an earlier emergency decision of yours is overdue.";
            case "agent" -> "Agents do not decide.";
            default -> waitsFor(request);
        };
    }

    private static String waitsFor(RequestView request) {
        if (!request.approvers().isEmpty()) {
            return "It waits for " + String.join(", ", request.approvers()) + ".";
        }
        List<String> roles = request.requiredRoles();
        if (!roles.isEmpty()) {
            return "It waits for somebody with the role " + String.join(" or ", roles) + ".";
        }
        if (!request.missing().isEmpty()) {
            return "It waits for " + String.join(" and ", request.missing()) + ". You lack the role.";
        }
        return "By its rule (" + request.approvalType().toString().toLowerCase(Locale.ROOT) + ") you lack the role.";
    }
}
