package io.countersign.ui.requests;

import io.countersign.approvals.RequestView;
import java.util.List;

/** Says why somebody cannot decide a pending request. The rules themselves are the door's; this only explains them. */
final class IneligibilityReason {

    private IneligibilityReason() {}

    static String words(RequestView request) {
        String barrier = request.barrier();
        return switch (barrier == null ? "" : barrier) {
            case "requester" ->
                "You cannot decide this request: you requested it, revised it, or created the key that requested it.";
            case "editor" -> "You cannot decide this request: you changed this workflow since it was last approved.";
            case "already_voted" -> "You have decided. The request waits for others.";
            case "review_overdue" ->
                "You cannot decide this request: the review of an earlier emergency decision of yours is overdue.";
            case "agent" -> "Agents cannot decide requests.";
            default -> waitsFor(request);
        };
    }

    private static String waitsFor(RequestView request) {
        if (!request.approvers().isEmpty()) {
            return "You cannot decide this request: it names " + String.join(", ", request.approvers())
                    + " as approvers.";
        }
        List<String> roles = request.requiredRoles();
        if (!roles.isEmpty()) {
            return "You cannot decide this request: you lack the role " + String.join(" or ", roles) + ".";
        }
        if (!request.missing().isEmpty()) {
            return "You cannot decide this request: you lack the role. Still needed: "
                    + String.join(" and ", request.missing()) + ".";
        }
        return "You cannot decide this request: you lack the role.";
    }
}
