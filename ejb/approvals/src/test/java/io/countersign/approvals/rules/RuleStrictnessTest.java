package io.countersign.approvals.rules;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.Quorum;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.Rule;
import io.countersign.approvals.Status;
import io.countersign.approvals.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RuleStrictnessTest {

    private static final int TOWNS = 60_000;
    private static final List<String> ROLES = List.of("approver", "lead", "network", "emergency-approver");
    private static final List<String> NAMES = List.of("ann", "bob", "cid", "dan", "eve");

    private static boolean atLeast(Rule stated, Rule other) {
        return RuleStrictness.atLeast(stated, other);
    }

    private static Rule rule(ApprovalType type, String... roles) {
        return new Rule(type, List.of(roles), null, 1, List.of(), null);
    }

    private static Rule quorum(Quorum quorum) {
        return new Rule(ApprovalType.MULTI, List.of(), null, 1, List.of(), quorum);
    }

    @Test
    void morePeopleOfTheSameCircleAreMore() {
        assertTrue(atLeast(Rule.multi(2, List.of()), Rule.manual()));
        assertTrue(atLeast(Rule.multi(3, List.of("lead")), Rule.multi(2, List.of("lead", "network"))));
        assertTrue(atLeast(rule(ApprovalType.MANUAL, "lead"), rule(ApprovalType.MANUAL, "lead", "approver")));
        assertTrue(atLeast(rule(ApprovalType.UNANIMOUS, "approver"), Rule.manual()));
        assertTrue(atLeast(Rule.unanimous(List.of("Ann", "bob")), Rule.unanimous(List.of("ann"))));
        assertTrue(atLeast(
                quorum(new Quorum.All(List.of(new Quorum.Slots("approver", 1), new Quorum.Slots("lead", 1)))),
                Rule.manual()));
    }

    @Test
    void othersAreNotMoreHoweverManyTheyAre() {
        assertFalse(atLeast(Rule.multi(9, List.of("lead")), Rule.manual()));
        assertFalse(atLeast(Rule.multi(2, List.of()), Rule.multi(3, List.of())));
        assertFalse(atLeast(Rule.unanimous(List.of("bob")), Rule.unanimous(List.of("ann"))));
        assertFalse(atLeast(Rule.manual(), rule(ApprovalType.MANUAL, "approver")), "a channel's link may decide it");
    }

    @Test
    void anEmergencyOwesAReviewThatNoOtherRuleWouldOwe() {
        assertFalse(atLeast(Rule.multi(2, List.of("emergency-approver")), rule(ApprovalType.EMERGENCY)));
        assertFalse(atLeast(rule(ApprovalType.EMERGENCY), rule(ApprovalType.MANUAL, "emergency-approver")));
    }

    @Test
    void whatTakesMoreRejectionsIsLess() {
        Rule hardToReject = new Rule(ApprovalType.MULTI, List.of(), 3, 2, List.of(), null);
        assertFalse(atLeast(hardToReject, Rule.manual()));
        assertTrue(atLeast(hardToReject, new Rule(ApprovalType.MULTI, List.of(), 3, 2, List.of(), null)));
    }

    @Test
    void everybodyOfNoRoleNeverAgrees() {
        assertFalse(atLeast(rule(ApprovalType.UNANIMOUS, "lead"), rule(ApprovalType.UNANIMOUS)));
    }

    /** Whatever crowd agrees under a rule that asks for no less would have been enough for the other rule too. */
    @Test
    void whoeverMeetsItHasMetTheOther() {
        Random random = new Random(22);
        int told = 0;
        for (int i = 0; i < TOWNS; i++) {
            Rule stated = anyRule(random);
            Rule other = anyRule(random);
            Map<String, Set<String>> town = anyTown(random);
            List<String> crowd =
                    NAMES.stream().filter(name -> random.nextInt(4) > 0).toList();
            if (atLeast(stated, other) && isMet(stated, town, crowd)) {
                told++;
                assertTrue(isMet(other, town, crowd), () -> crowd + " of " + town + ": " + stated + ", but " + other);
            }
        }
        assertTrue(told > TOWNS / 100, told + " examples told something");
    }

    private static boolean isMet(Rule rule, Map<String, Set<String>> town, List<String> crowd) {
        RequestFacts request = new RequestFacts(
                Status.PENDING,
                Instant.MAX,
                RiskLevel.LOW,
                rule,
                Set.of("rita"),
                Set.of(),
                Set.of(),
                rule.type() == ApprovalType.UNANIMOUS
                        ? Attainability.electorate(rule, "rita"::equals, new Town(town))
                        : Set.of(),
                "digest");
        List<Vote> votes = crowd.stream()
                .map(name -> new DecisionCaller.Human(name, null, town.get(name), List.of(), false))
                .flatMap(human -> EligibleApprovers.standing(request, List.of(), human, Verdict.APPROVE).stream())
                .map(DecisionResult.CountedVote::vote)
                .toList();
        return VoteCount.status(request, votes) == Status.APPROVED;
    }

    private record Town(Map<String, Set<String>> rolesOf) implements Attainability.ApproverDirectory {
        @Override
        public Set<String> holders(String role) {
            return rolesOf.keySet().stream()
                    .filter(name -> rolesOf.get(name).contains(role))
                    .collect(Collectors.toSet());
        }

        @Override
        public boolean knows(String person) {
            return rolesOf.containsKey(person);
        }
    }

    private static Map<String, Set<String>> anyTown(Random random) {
        return NAMES.stream().collect(Collectors.toMap(name -> name, name -> Set.copyOf(some(ROLES, random))));
    }

    private static Rule anyRule(Random random) {
        ApprovalType type = ApprovalType.values()[random.nextInt(ApprovalType.values().length)];
        boolean named = type == ApprovalType.SINGLE || type == ApprovalType.UNANIMOUS;
        Quorum quorum = type == ApprovalType.MULTI && random.nextBoolean() ? anyQuorum(random, 2) : null;
        return new Rule(
                type,
                some(ROLES, random),
                type == ApprovalType.MULTI && quorum == null ? 2 + random.nextInt(2) : null,
                1,
                named ? some(NAMES, random) : List.of(),
                quorum);
    }

    private static Quorum anyQuorum(Random random, int depth) {
        int kind = depth == 0 ? 2 : random.nextInt(3);
        if (kind == 2) {
            return new Quorum.Slots(ROLES.get(random.nextInt(ROLES.size())), 1 + random.nextInt(2));
        }
        List<Quorum> parts = List.of(anyQuorum(random, depth - 1), anyQuorum(random, depth - 1));
        return kind == 0 ? new Quorum.All(parts) : new Quorum.Any(parts);
    }

    private static <T> List<T> some(List<T> all, Random random) {
        return all.stream().filter(one -> random.nextInt(3) == 0).toList();
    }
}
