package io.countersign.ui.requests;

import io.countersign.approvals.RequestView;
import io.countersign.security.Actor;
import io.countersign.security.Scopes;
import java.util.List;
import java.util.Locale;

/** Says why somebody cannot decide a pending request. The rules themselves are the door's; this only explains them. */
final class WhyNot {

    private WhyNot() {}

    static String words(RequestView request, Actor viewer) {
        if (viewer.name().equals(request.requestedBy())) {
            return "You asked for this, so the decision is for others.";
        }
        if (request.decisions().stream()
                .anyMatch(decision -> decision.approver().equals(viewer.name()))) {
            return "You have decided. It now waits for others.";
        }
        if (!viewer.hasScope(Scopes.APPROVALS_WRITE)) {
            return "Deciding needs a role that approves; you may look.";
        }
        if (request.revisions().stream().anyMatch(revised -> revised.by().equals(viewer.name()))) {
            return "You changed its inputs, so the decision is for others.";
        }
        if (!request.approvers().isEmpty()) {
            return "It waits for " + String.join(", ", request.approvers()) + ".";
        }
        return lackingRole(request, viewer);
    }

    private static String lackingRole(RequestView request, Actor viewer) {
        List<String> roles = request.requiredRoles();
        if (!roles.isEmpty() && roles.stream().noneMatch(viewer::hasRole)) {
            return "It waits for somebody with the role " + String.join(" or ", roles) + ".";
        }
        if (!request.missing().isEmpty()) {
            return "It waits for " + String.join(" and ", request.missing())
                    + ". You do not count: you lack the role, or have written this code.";
        }
        String type = request.approvalType().toString().toLowerCase(Locale.ROOT);
        return "By its rule (" + type + ") you do not count here: you may lack the role, or have written this code.";
    }
}
