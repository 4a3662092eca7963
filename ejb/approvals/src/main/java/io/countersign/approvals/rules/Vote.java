package io.countersign.approvals.rules;

import io.countersign.approvals.Verdict;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A vote that was counted.
 *
 * @param person in whose name it counts
 * @param delegate who acted for that person, null when the person did
 * @param roles the roles the rule asks for that the person held when voting
 */
public record Vote(String person, @Nullable String delegate, Set<String> roles, Verdict verdict) {

    public Vote {
        roles = Set.copyOf(roles);
    }

    /** True when this human had a hand in the vote, either way. */
    boolean involves(String human) {
        return person.equals(human) || human.equals(delegate);
    }
}
