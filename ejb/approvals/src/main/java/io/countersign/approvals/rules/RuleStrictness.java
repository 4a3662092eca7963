package io.countersign.approvals.rules;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.Quorum;
import io.countersign.approvals.Rule;
import io.countersign.security.UserNames;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether one rule asks for no less than another: whoever meets it has met the other one too. What only the directory could tell
 * counts as no.
 */
public final class RuleStrictness {

    private RuleStrictness() {}

    /** Whether the stated rule asks for no less than the other one. */
    public static boolean atLeast(Rule stated, Rule other) {
        return VoteCount.rejectionsNeeded(stated) <= VoteCount.rejectionsNeeded(other)
                && (!EligibleApprovers.asksAnybody(stated) || EligibleApprovers.asksAnybody(other))
                && meets(stated, other);
    }

    private static boolean meets(Rule stated, Rule other) {
        Quorum quorum = other.quorum();
        return switch (other.type()) {
            case AUTO, MANUAL, SINGLE -> counting(stated, other) >= 1;
            case MULTI ->
                quorum == null
                        ? counting(stated, other) >= VoteCount.peopleNeeded(other)
                        : stated.quorum() != null && contains(stated.quorum(), quorum);
            case UNANIMOUS -> everybody(stated, other);
            // only another emergency would owe a review
            case EMERGENCY -> false;
        };
    }

    /** How many of those who agree under the stated rule, at the least, count under the other one. */
    private static int counting(Rule stated, Rule other) {
        Set<String> roles = EligibleApprovers.roles(other);
        boolean sameCircle = roles.containsAll(EligibleApprovers.roles(stated));
        return switch (stated.type()) {
            case MANUAL -> sameCircle ? 1 : 0;
            case SINGLE -> sameCircle && designated(other).containsAll(designated(stated)) ? 1 : 0;
            case MULTI -> {
                Quorum quorum = stated.quorum();
                if (quorum != null) {
                    yield seated(quorum, roles);
                }
                yield sameCircle ? VoteCount.peopleNeeded(stated) : 0;
            }
            case UNANIMOUS -> {
                Set<String> named = names(stated.approvers());
                if (named.isEmpty()) {
                    yield sameCircle ? 1 : 0;
                }
                yield (int) named.stream().filter(designated(other)::contains).count();
            }
            case AUTO, EMERGENCY -> 0;
        };
    }

    private static int seated(Quorum quorum, Set<String> roles) {
        if (quorum instanceof Quorum.All all) {
            return all.parts().stream().mapToInt(part -> seated(part, roles)).sum();
        }
        if (quorum instanceof Quorum.Any any) {
            return any.parts().stream()
                    .mapToInt(part -> seated(part, roles))
                    .min()
                    .orElse(0);
        }
        Quorum.Slots places = (Quorum.Slots) quorum;
        return roles.contains(places.role()) ? places.count() : 0;
    }

    private static boolean contains(Quorum stated, Quorum other) {
        return stated.equals(other)
                || (stated instanceof Quorum.All all && all.parts().stream().anyMatch(part -> contains(part, other)));
    }

    private static boolean everybody(Rule stated, Rule other) {
        if (stated.type() != ApprovalType.UNANIMOUS
                || stated.approvers().isEmpty() != other.approvers().isEmpty()) {
            return false;
        }
        return stated.approvers().isEmpty()
                // everybody of no role is nobody, and nobody never agrees
                ? !other.requiredRoles().isEmpty() && stated.requiredRoles().containsAll(other.requiredRoles())
                : names(stated.approvers()).containsAll(names(other.approvers()));
    }

    private static Set<String> designated(Rule rule) {
        return rule.type() == ApprovalType.SINGLE ? names(rule.approvers()) : Set.of();
    }

    private static Set<String> names(Collection<String> written) {
        return written.stream().map(UserNames::normal).collect(Collectors.toSet());
    }
}
