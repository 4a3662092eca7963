package io.countersign.approvals.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.Quorum;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.Rule;
import io.countersign.approvals.Status;
import io.countersign.approvals.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule of an operator against every rule of an asker: whoever agrees to what comes of them has met the operator's. */
class CombinedRulesTest {

    private static final Map<String, Set<String>> TOWN = new LinkedHashMap<>();

    static {
        TOWN.put("ann", Set.of("approver"));
        TOWN.put("bob", Set.of("approver", "lead"));
        TOWN.put("cid", Set.of("lead"));
        TOWN.put("dan", Set.of("network", "emergency-approver"));
        TOWN.put("eve", Set.of("soc-viewer"));
    }

    private static final Map<String, Rule> RULES = new LinkedHashMap<>();

    static {
        RULES.put("auto", rule(ApprovalType.AUTO, List.of()));
        RULES.put("auto lead", rule(ApprovalType.AUTO, List.of(), "lead"));
        RULES.put("manual", Rule.manual());
        RULES.put("manual lead", rule(ApprovalType.MANUAL, List.of(), "lead"));
        RULES.put("manual viewer", rule(ApprovalType.MANUAL, List.of(), "soc-viewer"));
        RULES.put("single eve", Rule.single(List.of("eve"), List.of()));
        RULES.put("single ann", Rule.single(List.of("ann"), List.of()));
        RULES.put("single lead", Rule.single(List.of(), List.of("lead")));
        RULES.put("two", Rule.multi(2, List.of()));
        RULES.put("two leads", Rule.multi(2, List.of("lead")));
        RULES.put("three", Rule.multi(3, List.of("approver", "lead")));
        RULES.put("quorum", new Rule(ApprovalType.MULTI, List.of(), null, 1, List.of(), quorum()));
        RULES.put("all of ann and cid", Rule.unanimous(List.of("ann", "cid")));
        RULES.put("all leads", rule(ApprovalType.UNANIMOUS, List.of(), "lead"));
        RULES.put("emergency", rule(ApprovalType.EMERGENCY, List.of()));
    }

    private static Quorum quorum() {
        return new Quorum.All(List.of(new Quorum.Slots("lead", 1), new Quorum.Slots("network", 1)));
    }

    private static Rule rule(ApprovalType type, List<String> approvers, String... roles) {
        return new Rule(type, List.of(roles), null, 1, approvers, null);
    }

    @TestFactory
    Stream<DynamicTest> whatAnAskerStatesTakesNothingFromTheOperator() {
        return RULES.entrySet().stream().flatMap(operator -> RULES.entrySet().stream()
                .map(asked -> DynamicTest.dynamicTest(
                        operator.getKey() + " / " + asked.getKey(),
                        () -> holds(operator.getValue(), asked.getValue()))));
    }

    private static void holds(Rule operator, Rule asked) {
        CombinedRules rules = CombinedRules.of(List.of(operator), asked);
        boolean adds = asked.type() == ApprovalType.EMERGENCY
                ? operator.type() == ApprovalType.EMERGENCY
                : !EligibleApprovers.asksAnybody(asked);
        for (Set<String> crowd : crowds()) {
            if (isMet(rules, crowd)) {
                assertTrue(isMet(alone(operator), crowd), () -> crowd + " agreed to " + rules);
                assertTrue(!adds || isMet(alone(asked), crowd), () -> crowd + " agreed to " + rules);
            } else {
                boolean both = isMet(alone(operator), crowd) && isMet(alone(asked), crowd);
                assertTrue(!both, () -> crowd + " would have been enough for both, but not for " + rules);
            }
        }
        assertEquals(
                rules.rule().type() == ApprovalType.AUTO,
                operator.type() == ApprovalType.AUTO && asked.type() == ApprovalType.AUTO,
                "a policy agrees only where the operator lets it");
    }

    @TestFactory
    Stream<DynamicTest> anUnknownToolIsAgreedToBySomebodyWithThePowerTo() {
        return RULES.entrySet().stream()
                .map(asked -> DynamicTest.dynamicTest(asked.getKey(), () -> powerful(asked.getValue())));
    }

    private static void powerful(Rule asked) {
        CombinedRules rules = CombinedRules.ofUnknownTool(asked, "soc-viewer"::equals);
        for (Set<String> crowd : crowds()) {
            if (isMet(rules, crowd)) {
                assertTrue(crowd.stream().anyMatch(name -> !name.equals("eve")), () -> crowd + " agreed to " + rules);
                assertTrue(isMet(alone(asked), crowd));
            }
        }
        Rule shown = rules.rule().type() == asked.type() ? asked : rules.rule();
        assertEquals(shown, rules.rule(), "the record shows what was asked");
    }

    @Test
    void whatOneSaysAlreadyIsNotSaidAgain() {
        Rule two = Rule.multi(2, List.of());
        assertEquals(new CombinedRules(two, List.of()), CombinedRules.of(List.of(Rule.manual()), two), "more people");
        assertEquals(new CombinedRules(two, List.of()), CombinedRules.of(List.of(two), Rule.manual()));
        assertEquals(new CombinedRules(two, List.of()), CombinedRules.of(List.of(two, two), two));
        Rule lead = rule(ApprovalType.MANUAL, List.of(), "lead");
        assertEquals(new CombinedRules(two, List.of(lead)), CombinedRules.of(List.of(two), lead));
    }

    @Test
    void whoAsksForNobodyInParticularAddsNobody() {
        Rule lead = rule(ApprovalType.MANUAL, List.of(), "lead");
        assertEquals(alone(lead), CombinedRules.of(List.of(lead), Rule.manual()));
        assertEquals(
                alone(Rule.manual()),
                CombinedRules.of(List.of(rule(ApprovalType.AUTO, List.of())), Rule.manual()),
                "who asks for a person gets one");
    }

    @Test
    void oneObjectionToAnyOfThemIsEnough() {
        CombinedRules rules =
                CombinedRules.of(List.of(Rule.multi(2, List.of())), rule(ApprovalType.MANUAL, List.of(), "lead"));
        assertEquals(
                Status.REJECTED,
                VoteCount.status(request(rules), List.of(vote(request(rules), "cid", Verdict.REJECT))));
    }

    private static CombinedRules alone(Rule rule) {
        return new CombinedRules(rule, List.of());
    }

    private static List<Set<String>> crowds() {
        List<String> names = List.copyOf(TOWN.keySet());
        List<Set<String>> crowds = new ArrayList<>();
        for (int chosen = 0; chosen < 1 << names.size(); chosen++) {
            Set<String> crowd = new TreeSet<>();
            for (int i = 0; i < names.size(); i++) {
                if ((chosen >> i & 1) == 1) {
                    crowd.add(names.get(i));
                }
            }
            crowds.add(crowd);
        }
        return crowds;
    }

    private static boolean isMet(CombinedRules rules, Set<String> crowd) {
        RequestFacts request = request(rules);
        List<Vote> votes = crowd.stream()
                .flatMap(name -> EligibleApprovers.standing(request, List.of(), human(name), Verdict.APPROVE).stream())
                .map(DecisionResult.CountedVote::vote)
                .toList();
        return VoteCount.status(request, votes) == Status.APPROVED;
    }

    private static Vote vote(RequestFacts request, String name, Verdict verdict) {
        return EligibleApprovers.standing(request, List.of(), human(name), verdict)
                .orElseThrow()
                .vote();
    }

    private static DecisionCaller.Human human(String name) {
        return new DecisionCaller.Human(name, null, TOWN.get(name), List.of(), false);
    }

    private static RequestFacts request(CombinedRules rules) {
        return new RequestFacts(
                Status.PENDING,
                Instant.MAX,
                RiskLevel.LOW,
                rules.rule(),
                Set.of("rita"),
                Set.of(),
                Set.of(),
                electorate(rules.rule()),
                "digest",
                Set.of(),
                rules.also().stream()
                        .map(rule -> new Requirement(rule, electorate(rule)))
                        .toList());
    }

    private static Set<String> electorate(Rule rule) {
        if (rule.type() != ApprovalType.UNANIMOUS) {
            return Set.of();
        }
        return rule.approvers().isEmpty()
                ? TOWN.keySet().stream()
                        .filter(name -> TOWN.get(name).stream().anyMatch(rule.requiredRoles()::contains))
                        .collect(Collectors.toSet())
                : Set.copyOf(rule.approvers());
    }
}
