package io.countersign.ui.requests;

import io.countersign.approvals.Kind;
import io.countersign.approvals.Policies;
import io.countersign.approvals.PolicyDraft;
import io.countersign.approvals.RequestView;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.ui.access.PolicyLines;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request to change a policy, line by line beside what is in force: what the second admin has to see. */
@ApplicationScoped
class PolicyChangeAsked {

    @Inject
    Policies policies;

    /**
     * What would change.
     *
     * @param before whether there is a policy to compare with
     */
    public record Shown(String sentence, boolean before, List<PolicyLines.Line> lines) {}

    @Nullable
    Shown of(RequestView request, Actor viewer) {
        Map<String, Object> arguments = request.parameters();
        if (request.kind() != Kind.CHANGE
                || !viewer.isAdmin()
                || !(arguments.get("policy_uuid") instanceof String id)) {
            return null;
        }
        try {
            PolicyDraft wanted = PolicyLines.asked(arguments);
            PolicyDraft inForce = "create".equals(arguments.get("operation")) ? null : inForce(id, viewer);
            if (wanted != null) {
                String sentence = inForce == null
                        ? "A policy would be made."
                        : "The policy " + inForce.name() + " would be changed.";
                return new Shown(sentence, inForce != null, PolicyLines.compare(inForce, wanted));
            }
            return inForce == null
                    ? null
                    : new Shown(
                            "The policy " + inForce.name() + " would be removed.",
                            false,
                            PolicyLines.compare(null, inForce));
        } catch (Refusal | IllegalArgumentException unreadable) {
            return null; // removed meanwhile, or no change of a policy after all: the inputs below say what there is
        }
    }

    private PolicyDraft inForce(String id, Actor viewer) {
        return PolicyDraft.of(policies.get(UUID.fromString(id), viewer));
    }
}
