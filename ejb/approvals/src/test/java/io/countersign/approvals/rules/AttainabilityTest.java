package io.countersign.approvals.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.Quorum;
import io.countersign.approvals.QuorumMatcher;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.Rule;
import io.countersign.approvals.Status;
import io.countersign.approvals.rules.Attainability.ApproverDirectory;
import io.countersign.approvals.rules.Attainability.Gap;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AttainabilityTest {

    private static final Predicate<String> RITA = "rita"::equals;

    /** People held in a map. */
    private record Town(Map<String, Set<String>> rolesOf) implements ApproverDirectory {
        @Override
        public Set<String> holders(String role) {
            return rolesOf.entrySet().stream()
                    .filter(one -> one.getValue().contains(role))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        }

        @Override
        public boolean knows(String person) {
            return rolesOf.containsKey(person);
        }
    }

    private static final Town TOWN = new Town(Map.of(
            "ann", Set.of("approver"),
            "bob", Set.of("approver", "lead"),
            "cid", Set.of("lead", "network"),
            "rita", Set.of("approver", "lead", "network", "emergency-approver", "alone")));

    private static List<Gap> gaps(Rule rule) {
        return Attainability.gaps(rule, RITA, TOWN, false);
    }

    private static Rule rule(ApprovalType type, String... roles) {
        return new Rule(type, List.of(roles), null, 1, List.of(), null);
    }

    @Test
    void aRoleHeldByTheRequesterAloneIsHeldByNobody() {
        assertEquals(
                List.of(new Gap("required_roles", "nobody but a party to the request holds alone")),
                gaps(rule(ApprovalType.MANUAL, "alone")));
        assertEquals(
                "nobody but a party to the request holds emergency-approver",
                gaps(rule(ApprovalType.EMERGENCY)).get(0).message());
        assertEquals(List.of(), gaps(rule(ApprovalType.MANUAL)));
        assertEquals(List.of(), gaps(rule(ApprovalType.AUTO)));
        assertEquals(List.of(), gaps(rule(ApprovalType.MANUAL, "alone", "lead")));
        assertEquals(List.of(), Attainability.gaps(rule(ApprovalType.MANUAL, "alone"), RITA, TOWN, true));
        assertEquals(
                1,
                Attainability.gaps(rule(ApprovalType.EMERGENCY), RITA, TOWN, true)
                        .size());
    }

    @Test
    void singleNeedsSomebodyWhoCan() {
        assertEquals("approvers", gaps(Rule.single(List.of(), List.of())).get(0).field());
        assertEquals(
                "cannot decide: rita (a party to the request), gus (unknown)",
                gaps(Rule.single(List.of("rita", "gus"), List.of())).get(0).message());
        assertEquals(List.of(), gaps(Rule.single(List.of("gus", "ann"), List.of())));
        assertEquals(List.of(), gaps(Rule.single(List.of("gus"), List.of("lead"))));
        assertEquals(
                "required_roles",
                gaps(Rule.single(List.of(), List.of("alone"))).get(0).field());
        assertEquals(
                "approvers",
                gaps(Rule.single(List.of("gus"), List.of("alone"))).get(0).field());
    }

    @Test
    void multiCountsPeopleAndNotRoles() {
        assertEquals(List.of(), gaps(Rule.multi(2, List.of())));
        assertEquals(List.of(), gaps(Rule.multi(3, List.of("approver", "lead"))));
        assertEquals(
                List.of(new Gap(
                        "required_approvers",
                        "3 people who hold approver are needed; eligible: ann, bob; missing: 1 more with approver")),
                gaps(Rule.multi(3, List.of())));
        assertEquals(
                "required_roles", gaps(Rule.multi(2, List.of("alone"))).get(0).field());
    }

    @Test
    void aRejectionThatNobodyCanMakeUpIsAGap() {
        assertEquals(List.of(), gaps(rejectedBy(2, null)));
        assertEquals(
                List.of(new Gap("required_rejections", "3 people would have to reject, but only 2 are eligible")),
                gaps(rejectedBy(3, null)));
        Quorum lead = new Quorum.Slots("lead", 1);
        assertEquals(List.of(), gaps(rejectedBy(2, lead)));
        assertEquals("required_rejections", gaps(rejectedBy(3, lead)).get(0).field());
    }

    private static Rule rejectedBy(int people, Quorum quorum) {
        return new Rule(ApprovalType.MULTI, List.of(), quorum == null ? 2 : null, people, List.of(), quorum);
    }

    @Test
    void aQuorumWithoutPlacesIsNone() {
        assertThrows(IllegalArgumentException.class, () -> new Quorum.Any(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Quorum.All(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Quorum.Slots("lead", 0));
    }

    @Test
    void aPersonFillsOnePlaceOnly() {
        Quorum two = Quorum.parse(
                Map.of("all", List.of(Map.of("role", "lead", "count", 1), Map.of("role", "network", "count", 1))));
        assertEquals(List.of(), gaps(quorum(two)));
        Quorum three = Quorum.parse(
                Map.of("all", List.of(Map.of("role", "lead", "count", 2), Map.of("role", "network", "count", 1))));
        assertEquals(1, gaps(quorum(three)).size());
        assertTrue(gaps(quorum(three)).get(0).message().startsWith("nobody is there to fill 1 × "));
        Quorum either = Quorum.parse(Map.of("any", List.of(three.toMap(), Map.of("role", "approver", "count", 2))));
        assertEquals(List.of(), gaps(quorum(either)));
    }

    private static Rule quorum(Quorum quorum) {
        return new Rule(ApprovalType.MULTI, List.of(), null, 1, List.of(), quorum);
    }

    @Test
    void unanimousNeedsEveryOne() {
        assertEquals("approvers", gaps(rule(ApprovalType.UNANIMOUS)).get(0).field());
        assertEquals(List.of(), gaps(Rule.unanimous(List.of("ann", "cid"))));
        assertEquals(
                "cannot decide: rita (a party to the request)",
                gaps(Rule.unanimous(List.of("ann", "rita"))).get(0).message());
        assertEquals(List.of(), gaps(rule(ApprovalType.UNANIMOUS, "lead")));
        assertEquals(
                "required_roles",
                gaps(rule(ApprovalType.UNANIMOUS, "alone")).get(0).field());
        assertEquals(Set.of("bob", "cid"), Attainability.electorate(rule(ApprovalType.UNANIMOUS, "lead"), RITA, TOWN));
        assertEquals(Set.of("ann"), Attainability.electorate(Rule.unanimous(List.of("ann")), RITA, TOWN));
    }

    @Test
    void nobodyToAgreeIsNoAgreement() {
        RequestFacts facts = new RequestFacts(
                Status.PENDING,
                Instant.EPOCH,
                RiskLevel.LOW,
                rule(ApprovalType.UNANIMOUS, "lead"),
                Set.of("rita"),
                Set.of(),
                Set.of(),
                Set.of(),
                "digest");
        assertEquals(List.of("everybody"), VoteCount.missing(facts, List.of()));
    }

    @Test
    void aQuorumThatCannotBeJudgedIsUnmanageable() {
        Quorum wide = new Quorum.Any(Collections.nCopies(20, new Quorum.Slots("lead", 1)));
        assertTrue(QuorumMatcher.manageable(wide));
        assertFalse(QuorumMatcher.manageable(new Quorum.All(List.of(wide, wide))));
        assertTrue(QuorumMatcher.manageable(new Quorum.Slots("lead", 50)));
        assertFalse(QuorumMatcher.manageable(
                new Quorum.All(List.of(new Quorum.Slots("lead", 50), new Quorum.Slots("network", 1)))));
        assertTrue(QuorumMatcher.manageable(
                new Quorum.Any(List.of(new Quorum.Slots("lead", 50), new Quorum.Slots("network", 50)))));
        Quorum ten = new Quorum.Any(Collections.nCopies(10, new Quorum.Slots("lead", 1)));
        assertTrue(QuorumMatcher.manageable(new Quorum.All(List.of(wide, ten))));
    }
}
