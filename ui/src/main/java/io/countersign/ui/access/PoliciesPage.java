package io.countersign.ui.access;

import io.countersign.approvals.Policies;
import io.countersign.approvals.Policy;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.Rule;
import io.countersign.kernel.PageRequest;
import io.countersign.security.CurrentUser;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The policies about requests, for admins. */
@Named
@RequestScoped
public class PoliciesPage {

    private static final int SHOWN = 200;

    @Inject
    Policies door;

    @Inject
    CurrentUser currentUser;

    private List<Policy> policies = List.of();

    /** Reads the policies in the order in which they are tried. */
    public void open() {
        policies = door.list(currentUser.actor(), new PageRequest(1, SHOWN)).items();
    }

    public List<Policy> getPolicies() {
        return policies;
    }

    /** The conditions in words. */
    public String when(Policy policy) {
        Policy.When when = policy.when();
        List<String> parts = new ArrayList<>();
        add(parts, "tool ", when.toolName());
        add(parts, "action ", when.actionType());
        add(parts, "workflow ", when.workflowUuid());
        if (!when.riskLevels().isEmpty()) {
            parts.add("risk "
                    + String.join(
                            " or ",
                            when.riskLevels().stream().map(RiskLevel::toString).toList()));
        }
        add(parts, "asked by a ", when.triggerSource());
        add(parts, "organization ", when.organizationId());
        add(parts, "confidence at or below ", when.maxConfidence());
        return parts.isEmpty() ? "always" : String.join(", ", parts);
    }

    /** The consequence in words. */
    public String then(Policy policy) {
        if (policy.then().approve()) {
            return "approved automatically";
        }
        Rule rule = policy.then().rule();
        if (rule == null) {
            return "as the request says";
        }
        return RuleFields.words(rule);
    }

    private static void add(List<String> parts, String word, @Nullable Object value) {
        if (value != null) {
            parts.add(word + value);
        }
    }
}
