package io.countersign.approvals.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.Policy;
import io.countersign.approvals.Quorum;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.Rule;
import io.countersign.approvals.rules.PolicyEvaluator.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PolicyEvaluatorTest {

    private static final UUID WORKFLOW = UUID.randomUUID();
    private static final Rule AUTO = new Rule(ApprovalType.AUTO, List.of(), null, 1, List.of(), null);
    private static final Policy.When ALWAYS = new Policy.When(null, null, null, List.of(), null, null, null);

    private static PolicySubject subject(Rule rule) {
        return new PolicySubject(
                "disable_target_account", "CONTAINMENT", WORKFLOW, RiskLevel.HIGH, "agent", "org", null, rule);
    }

    private static Policy auto(String name, boolean approve) {
        return policy(name, Policy.Kind.AUTO, new Policy.Then(approve, null, null));
    }

    private static Policy severity(Rule rule) {
        return policy("severity", Policy.Kind.SEVERITY, new Policy.Then(false, rule, 60));
    }

    private static Policy policy(String name, Policy.Kind kind, Policy.Then then) {
        return policy(name, kind, ALWAYS, then);
    }

    private static Policy policy(String name, Policy.Kind kind, Policy.When when, Policy.Then then) {
        return new Policy(UUID.randomUUID(), name, kind, true, 1, when, then, Instant.EPOCH, Instant.EPOCH, "0");
    }

    @Test
    void namesAreComparedWhole() {
        PolicySubject subject = subject(AUTO);
        assertTrue(PolicyEvaluator.fits(ALWAYS, subject));
        assertTrue(fits("disable_target_account", "CONTAINMENT", WORKFLOW, "agent", "org", RiskLevel.HIGH));
        assertFalse(fits("get", null, null, null, null));
        assertFalse(fits(".*get.*", null, null, null, null));
        assertFalse(fits(null, "CONTAIN", null, null, null));
        assertFalse(fits(null, null, UUID.randomUUID(), null, null));
        assertFalse(fits(null, null, null, "human", null));
        assertFalse(fits(null, null, null, null, "other"));
        assertFalse(fits(null, null, null, null, null, RiskLevel.LOW, RiskLevel.MEDIUM));
        assertTrue(fits(null, null, null, null, null, RiskLevel.LOW, RiskLevel.HIGH));
    }

    private static boolean fits(
            String tool, String action, UUID workflow, String trigger, String organization, RiskLevel... risks) {
        return PolicyEvaluator.fits(
                new Policy.When(tool, action, workflow, List.of(risks), trigger, organization, null), subject(AUTO));
    }

    @Test
    void noPolicyIsNoAgreement() {
        assertInstanceOf(Outcome.AsAsked.class, PolicyEvaluator.govern(subject(AUTO), List.of()));
        assertInstanceOf(Outcome.AsAsked.class, PolicyEvaluator.govern(subject(AUTO), List.of(auto("no", false))));
    }

    @Test
    void theFirstPolicyWithASayDecides() {
        Outcome outcome =
                PolicyEvaluator.govern(subject(AUTO), List.of(auto("no", false), auto("one", true), auto("two", true)));
        assertEquals(
                "one", assertInstanceOf(Outcome.Agreed.class, outcome).policy().name());
    }

    @Test
    void anAutoPolicyAgreesToTypeAutoOnly() {
        assertInstanceOf(
                Outcome.AsAsked.class, PolicyEvaluator.govern(subject(Rule.manual()), List.of(auto("one", true))));
    }

    @Test
    void aPolicyNeverAsksFewerPeople() {
        Quorum quorum = new Quorum.All(List.of(
                new Quorum.Slots("a", 1), new Quorum.Any(List.of(new Quorum.Slots("b", 2), new Quorum.Slots("c", 1)))));
        Rule places = new Rule(ApprovalType.MULTI, List.of(), null, 1, List.of(), quorum);
        assertEquals(2, PolicyEvaluator.people(places));
        assertEquals(1, PolicyEvaluator.people(Rule.manual()));
        assertEquals(1, PolicyEvaluator.people(Rule.unanimous(List.of("x"))));
        assertEquals(1, PolicyEvaluator.people(Rule.unanimous(List.of("x", "X"))));
        assertEquals(3, PolicyEvaluator.people(Rule.unanimous(List.of("x", "y", "z"))));
        assertEquals(4, PolicyEvaluator.people(Rule.multi(4, List.of())));
        assertEquals(2, PolicyEvaluator.people(new Rule(ApprovalType.MULTI, List.of(), null, 1, List.of(), null)));

        Rule two = Rule.multi(2, List.of("a"));
        Outcome more = PolicyEvaluator.govern(subject(Rule.manual()), List.of(severity(two)));
        assertEquals(two, assertInstanceOf(Outcome.Ruled.class, more).rule());
        assertInstanceOf(Outcome.Ruled.class, PolicyEvaluator.govern(subject(two), List.of(severity(two))));
        asAskedAnd(two, Rule.multi(3, List.of()), "three others are not those two");
        assertInstanceOf(
                Outcome.AsAsked.class,
                PolicyEvaluator.govern(subject(Rule.multi(3, List.of("a"))), List.of(severity(two))),
                "three of them are more than enough");
        assertInstanceOf(Outcome.AsAsked.class, PolicyEvaluator.govern(subject(two), List.of(severity(null))));
        asAskedAnd(Rule.unanimous(List.of("x")), two, "everybody out of one is one");
    }

    @Test
    void aPolicyNeverTakesTheWordFromSomeOfEverybody() {
        Rule everyLead = everyHolder("lead");
        asAskedAnd(Rule.multi(2, List.of("lead")), everyLead, "two of them may be all there are");
        asAskedAnd(Rule.unanimous(List.of("x", "y", "z")), everyLead, "others");
        asAskedAnd(everyHolder("network"), everyLead, "others");
        assertInstanceOf(
                Outcome.Ruled.class,
                PolicyEvaluator.govern(subject(everyLead), List.of(severity(everyHolder("network", "lead")))));
        asAskedAnd(everyLead, Rule.multi(2, List.of()), "everybody may be one");
        assertInstanceOf(
                Outcome.Ruled.class, PolicyEvaluator.govern(subject(Rule.manual()), List.of(severity(everyLead))));
    }

    /** A policy that asks for fewer people, but for others, holds beside what was asked. */
    private static void asAskedAnd(Rule policy, Rule asked, String why) {
        Outcome.Ruled ruled = assertInstanceOf(
                Outcome.Ruled.class, PolicyEvaluator.govern(subject(asked), List.of(severity(policy))), why);
        assertEquals(asked, ruled.rule(), why);
        assertEquals(List.of(policy), ruled.also(), why);
    }

    @Test
    void lowConfidenceBringsPeopleInAndHighConfidenceSendsNobodyAway() {
        List<Policy> policies = List.of(auto("at once", true), unsure(0.5, Rule.manual()));
        assertInstanceOf(Outcome.Ruled.class, PolicyEvaluator.govern(sure(AUTO, 0.5, "agent"), policies));
        assertInstanceOf(Outcome.Agreed.class, PolicyEvaluator.govern(sure(AUTO, 0.51, "agent"), policies));
        assertInstanceOf(Outcome.Ruled.class, PolicyEvaluator.govern(sure(AUTO, null, "agent"), policies), "silence");
        assertInstanceOf(Outcome.Agreed.class, PolicyEvaluator.govern(sure(AUTO, null, "human"), policies));
        assertInstanceOf(
                Outcome.AsAsked.class,
                PolicyEvaluator.govern(
                        sure(AUTO, 0.1, "agent"),
                        List.of(policy("no", Policy.Kind.AUTO, upTo(0.5), new Policy.Then(true, null, null)))),
                "even if it were stored, it would agree to nothing");
    }

    @Test
    void aPolicyAboutConfidenceNeverTakesThePlaceOfAStricterOne() {
        Rule three = Rule.multi(3, List.of());
        Rule two = Rule.multi(2, List.of());
        Outcome outcome =
                PolicyEvaluator.govern(sure(Rule.manual(), 0.1, "agent"), List.of(unsure(0.5, two), severity(three)));
        assertEquals(three, assertInstanceOf(Outcome.Ruled.class, outcome).rule());
        Outcome others = PolicyEvaluator.govern(
                sure(Rule.multi(2, List.of("lead")), 0.1, "agent"), List.of(unsure(0.5, Rule.multi(5, List.of("a")))));
        assertInstanceOf(Outcome.AsAsked.class, others, "many of others are not more");
    }

    @Test
    void whoStatesLessIsNeverScrutinizedLess() {
        Rule three = Rule.multi(3, List.of());
        List<Policy> policies = List.of(unsure(0.3, Rule.multi(2, List.of())), unsure(0.6, three));
        for (double stated : new double[] {0.6, 0.4, 0.2, 0}) {
            Outcome outcome = PolicyEvaluator.govern(sure(Rule.manual(), stated, "agent"), policies);
            assertEquals(three, assertInstanceOf(Outcome.Ruled.class, outcome).rule(), "at " + stated);
        }
    }

    @Test
    void aShortTimeStaysShort() {
        Policy longer = policy(
                "unsure", Policy.Kind.SEVERITY, upTo(0.5), new Policy.Then(false, Rule.multi(2, List.of()), null));
        Outcome outcome = PolicyEvaluator.govern(
                sure(Rule.manual(), 0.1, "agent"), List.of(longer, severity(Rule.multi(2, List.of()))));
        assertEquals(60, assertInstanceOf(Outcome.Ruled.class, outcome).timeoutSeconds());
        assertEquals("unsure", ((Outcome.Ruled) outcome).policy().name());
    }

    private static PolicySubject sure(Rule rule, Double confidence, String trigger) {
        return new PolicySubject(
                "disable_target_account", null, WORKFLOW, RiskLevel.HIGH, trigger, null, confidence, rule);
    }

    private static Policy.When upTo(double confidence) {
        return new Policy.When(null, null, null, List.of(), null, null, confidence);
    }

    private static Policy unsure(double confidence, Rule rule) {
        return policy("unsure", Policy.Kind.SEVERITY, upTo(confidence), new Policy.Then(false, rule, null));
    }

    private static Rule everyHolder(String... roles) {
        return new Rule(ApprovalType.UNANIMOUS, List.of(roles), null, 1, List.of(), null);
    }
}
