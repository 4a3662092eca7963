package io.countersign.approvals.rules;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who wants to decide. */
public sealed interface DecisionCaller {

    /**
     * A person.
     *
     * @param roles the realm roles the person acts with
     * @param keyMaker who made the key that the person uses, where that is somebody else; else null
     * @param lenders people who have delegated to this person, in the order in which they are tried
     * @param reviewOverdue true when a review of an emergency decision of this person is overdue
     */
    record Human(
            String person, @Nullable String keyMaker, Set<String> roles, List<Lender> lenders, boolean reviewOverdue)
            implements DecisionCaller {
        public Human {
            roles = Set.copyOf(roles);
            lenders = List.copyOf(lenders);
        }
    }

    /**
     * A person who has delegated.
     *
     * @param roles the roles that the person holds and has lent
     * @param wholly true when being designated by name is lent too
     * @param reviewOverdue true when a review of an emergency decision of that person is overdue
     */
    record Lender(String person, Set<String> roles, boolean wholly, boolean reviewOverdue) {
        public Lender {
            roles = Set.copyOf(roles);
        }
    }

    /**
     * Whoever holds the link that was sent to a channel.
     *
     * @param linksDecide whether the operator lets such links decide
     */
    record ChannelHolder(String channel, boolean linksDecide) implements DecisionCaller {}

    /** A policy that agrees to such requests; counts where no particular people are asked for. */
    record PolicyCaller(String policy) implements DecisionCaller {}

    /** A machine: never decides. */
    record Agent(String name) implements DecisionCaller {}
}
