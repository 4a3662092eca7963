package io.countersign.approvals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who has to agree, as the asker or a policy states it.
 *
 * @param type the way of agreeing
 * @param requiredRoles realm roles of which a counting person holds one; empty means the type's own default
 * @param requiredApprovers number of distinct people for {@code multi}; null where the quorum or the type says it
 * @param requiredRejections number of distinct people whose rejection ends a {@code multi}; 1 unless stated
 * @param approvers designated people: user names where a rule is stated, person ids where it is judged; for {@code single} and {@code unanimous}
 * @param quorum for {@code multi}: places to fill by role, instead of a plain number
 */
public record Rule(
        ApprovalType type,
        List<String> requiredRoles,
        @Nullable Integer requiredApprovers,
        int requiredRejections,
        List<String> approvers,
        @Nullable Quorum quorum) {

    public Rule {
        requiredRoles = List.copyOf(requiredRoles);
        approvers = List.copyOf(approvers);
    }

    /** The same rule with other designated people. */
    public Rule among(List<String> people) {
        return new Rule(type, requiredRoles, requiredApprovers, requiredRejections, people, quorum);
    }

    /** Parts that the type would not look at, by field, and where they belong: what is stated must not be believed to hold. */
    public Map<String, String> idle() {
        Map<String, String> idle = new LinkedHashMap<>();
        boolean byName = type == ApprovalType.SINGLE || type == ApprovalType.UNANIMOUS;
        if (!byName && !approvers.isEmpty()) {
            idle.put("approvers", "belongs to the approval types single and unanimous");
        }
        boolean counted = type == ApprovalType.MULTI || type == ApprovalType.UNANIMOUS;
        if (!counted && requiredApprovers != null && requiredApprovers > 1) {
            idle.put("required_approvers", "belongs to the approval type multi");
        }
        return idle;
    }

    /** What keeps anybody from asking by this rule: parts that its type cannot do without, and parts that contradict each other. */
    public Map<String, String> flaws() {
        Map<String, String> flaws = new LinkedHashMap<>();
        if (quorum != null && type != ApprovalType.MULTI) {
            flaws.put("quorum", "belongs to the approval type multi");
        }
        switch (type) {
            case MULTI -> {
                if (quorum != null && requiredApprovers != null) {
                    flaws.put("required_approvers", "give it or a quorum, not both");
                } else if (quorum == null && requiredApprovers == null) {
                    flaws.put("required_approvers", "is required for multi, unless there is a quorum");
                } else if (requiredApprovers != null && requiredApprovers < 2) {
                    flaws.put("required_approvers", "must be 2 or more for multi");
                }
            }
            case SINGLE, UNANIMOUS -> {
                if (approvers.isEmpty() && requiredRoles.isEmpty()) {
                    flaws.put("approvers", type + " needs approvers or required_roles");
                }
            }
            case AUTO, MANUAL, EMERGENCY -> {}
        }
        return flaws;
    }

    /** One person with the approver role. */
    public static Rule manual() {
        return new Rule(ApprovalType.MANUAL, List.of(), null, 1, List.of(), null);
    }

    /** One person out of those named, or one holder of a role named. */
    public static Rule single(List<String> approvers, List<String> roles) {
        return new Rule(ApprovalType.SINGLE, roles, null, 1, approvers, null);
    }

    /** That many distinct people, each holding one of the roles. */
    public static Rule multi(int people, List<String> roles) {
        return new Rule(ApprovalType.MULTI, roles, people, 1, List.of(), null);
    }

    /** Every one of those named. */
    public static Rule unanimous(List<String> approvers) {
        return new Rule(ApprovalType.UNANIMOUS, List.of(), null, 1, approvers, null);
    }
}
