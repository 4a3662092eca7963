package io.countersign.approvals.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.approvals.ApprovalRequestSpec;
import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.ApprovalsFixture;
import io.countersign.approvals.EscalationStep;
import io.countersign.approvals.FrozenArguments;
import io.countersign.approvals.Kind;
import io.countersign.approvals.Policy;
import io.countersign.approvals.PolicyChange;
import io.countersign.approvals.PolicyDraft;
import io.countersign.approvals.PolicyReplayResult;
import io.countersign.approvals.Quorum;
import io.countersign.approvals.Refused;
import io.countersign.approvals.RequestDecided;
import io.countersign.approvals.RequestQuery;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.Revision;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.Rule;
import io.countersign.approvals.RuleLimits;
import io.countersign.approvals.Status;
import io.countersign.approvals.SubmissionResult;
import io.countersign.approvals.Verdict;
import io.countersign.kernel.CanonicalJson;
import io.countersign.kernel.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestingApprovalTest {

    private final ApprovalsFixture house = new ApprovalsFixture();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void theDigestCoversTheArguments() {
        UUID id = house.askedBy("rita", Rule.manual());
        FrozenArguments frozen = house.in(() -> house.approvals.approvedArguments(id));
        assertEquals(CanonicalJson.sha256(frozen.arguments()), frozen.argumentsSha256());
        assertEquals(3, frozen.codeVersion());
        assertEquals(house.see(id).argumentsSha256(), frozen.argumentsSha256());
        assertEquals("class BlockIp {}", house.see(id).effect());
    }

    @Test
    void requestIdsCannotBeGuessed() {
        RequestView one = house.see(house.askedBy("rita", Rule.manual()));
        RequestView other = house.see(house.askedBy("rita", Rule.manual()));
        assertTrue(one.requestNumber().matches("APR-[0-9A-Z]{16}"), one.requestNumber());
        assertNotEquals(one.requestNumber(), other.requestNumber());
    }

    @Test
    void whatCannotBeMetIsRefusedSayingWhoIsMissing() {
        String tooFew =
                Refused.naming("required_approvers", () -> house.askedBy("ann", ApprovalsFixture.multi(3, "approver")));
        assertTrue(tooFew.contains("bob, cid") && tooFew.contains("missing: 1"), tooFew);
        house.people.without("ned");
        Quorum quorum = Quorum.parse(
                Map.of("all", List.of(Map.of("role", "soc-lead", "count", 3), Map.of("role", "network", "count", 1))));
        String places = Refused.naming(
                "quorum",
                () -> house.askedBy("rita", new Rule(ApprovalType.MULTI, List.of(), null, 1, List.of(), quorum)));
        assertTrue(places.contains("1 × "), places);
        Refused.naming("approvers", () -> house.askedBy("ann", Rule.unanimous(List.of("ann", "bob"))));
        Refused.naming("approvers", () -> house.askedBy("rita", Rule.unanimous(List.of("ghost"))));
        Refused.naming("approvers", () -> house.askedBy("rita", Rule.single(List.of(), List.of())));
        Refused.naming("approvers", () -> house.askedBy("ann", Rule.single(List.of("ann"), List.of())));
        house.people.without("eve").without("fay");
        Refused.naming("required_roles", () -> house.askedBy("rita", ApprovalsFixture.emergency()));
        assertTrue(house.audit.entries.isEmpty());
    }

    @Test
    void badInputNamesItsFieldAndStoresNothing() {
        Refused.naming("required_roles", () -> house.askedBy("rita", ApprovalsFixture.multi(2, "no-such-role")));
        Refused.naming("required_approvers", () -> house.askedBy("rita", ApprovalsFixture.multi(-1, "approver")));
        Refused.naming("timeout_seconds", () -> house.ask(house.toBlock("rita").timeoutSeconds(29)));
        Refused.naming("timeout_seconds", () -> house.ask(house.toBlock("rita").timeoutSeconds(-5)));
        Refused.naming("confidence", () -> house.ask(house.toBlock("rita").confidence(1.01)));
        Refused.naming("confidence", () -> house.ask(house.toBlock("rita").confidence(Double.NaN)));
        Refused.naming("reason", () -> house.ask(house.toBlock("rita").reason("x".repeat(1_000_000))));
        Refused.naming("reason", () -> house.ask(ApprovalRequestSpec.tool("isolate", house.human("rita"))));
        Refused.naming(
                "tool_name",
                () -> house.ask(
                        ApprovalRequestSpec.tool(" ", house.human("rita")).reason("r")));
        Refused.naming(
                "escalation[0].after_seconds",
                () -> house.ask(house.toBlock("rita").escalation(List.of(new EscalationStep(0, List.of(), null)))));
        assertEquals(0, house.list(RequestQuery.all(), house.human("ann")).total());
        assertTrue(house.events.fired.isEmpty());
    }

    @Test
    void theLongestTextIsCountedInCharactersAndStored() {
        String longest = "🔒".repeat(RuleLimits.MAX_TEXT);
        UUID id = house.ask(house.toBlock("rita").reason(longest).action("CONTAINMENT", longest));
        assertEquals(longest, house.see(id).reason());
        Refused.naming("reason", () -> house.ask(house.toBlock("rita").reason(longest + "x")));
        String comment = "🔒".repeat(RuleLimits.MAX_COMMENT);
        house.decide(id, Verdict.APPROVE, comment, null, house.human("ann"));
        assertEquals(comment, house.see(id).decisions().get(0).comment());
    }

    @Test
    void everyRiskWaitsEquallyLong() {
        Set<Duration> waits = Stream.of(RiskLevel.values())
                .map(risk -> house.see(house.ask(house.toBlock("rita").riskLevel(risk))))
                .map(view -> Duration.between(view.requestedAt(), view.expiresAt()))
                .collect(Collectors.toSet());
        assertEquals(Set.of(Duration.ofHours(1)), waits);
    }

    @Test
    void autoWithoutAPolicyIsTreatedAsManual() {
        UUID id = house.askedBy("rita", new Rule(ApprovalType.AUTO, List.of(), null, 1, List.of(), null));
        assertEquals(Status.PENDING, house.see(id).status());
        assertEquals(Status.APPROVED, house.approve(id, "ann").status());
    }

    private static Rule autoRule() {
        return new Rule(ApprovalType.AUTO, List.of(), null, 1, List.of(), null);
    }

    @Test
    void autoIsDecidedByTheFirstPolicyThatFits() {
        house.catalogued("isolate", RiskLevel.LOW, autoRule());
        policy("block low", Policy.Kind.AUTO, 5, when("isolate", RiskLevel.LOW), new Policy.Then(true, null, null));
        Rule auto = new Rule(ApprovalType.AUTO, List.of(), null, 1, List.of(), null);
        SubmissionResult asked = house.in(() -> house.approvals.ask(tool("isolate", RiskLevel.LOW, auto)));
        assertEquals(
                "block low",
                assertInstanceOf(SubmissionResult.AutoApproved.class, asked).policy());
        RequestView view = house.see(asked.id());
        assertEquals(Status.APPROVED, view.status());
        assertEquals("policy:block low", view.decisions().get(0).approver());
        assertTrue(house.events.fired.contains(new RequestDecided(asked.id(), Kind.TOOL, Status.APPROVED)));
        assertInstanceOf(
                SubmissionResult.Pending.class,
                house.in(() -> house.approvals.ask(tool("isolate", RiskLevel.HIGH, auto))));
        assertInstanceOf(
                SubmissionResult.Pending.class,
                house.in(() -> house.approvals.ask(tool("isolate_all", RiskLevel.LOW, auto))));
        assertInstanceOf(
                SubmissionResult.Pending.class,
                house.in(() -> house.approvals.ask(tool("isolate", RiskLevel.LOW, Rule.manual()))));
    }

    @Test
    void aSeverityPolicySaysWhoAgreesButNeverAsksFewer() {
        Rule two = ApprovalsFixture.multi(2, "soc-lead");
        policy(
                "critical by two",
                Policy.Kind.SEVERITY,
                1,
                when(null, RiskLevel.CRITICAL),
                new Policy.Then(false, two, 120));
        UUID id = house.in(() -> house.approvals.ask(tool("isolate", RiskLevel.CRITICAL, Rule.manual())))
                .id();
        RequestView view = house.see(id);
        assertEquals(ApprovalType.MULTI, view.approvalType());
        assertEquals("critical by two", view.policy());
        assertEquals(view.requestedAt().plusSeconds(120), view.expiresAt());
        UUID three = house.in(() ->
                        house.approvals.ask(tool("isolate", RiskLevel.CRITICAL, ApprovalsFixture.multi(3, "approver"))))
                .id();
        assertEquals(3, house.see(three).requiredApprovers());
    }

    @Test
    void aChangeOfPolicyNeedsAnotherAdminOnceThereIsOne() {
        house.people.with("ada", "soc-admin").with("abe", "soc-admin");
        PolicyDraft draft = new PolicyDraft(
                "low ones",
                Policy.Kind.AUTO,
                true,
                1,
                when("isolate", RiskLevel.LOW),
                new Policy.Then(true, null, null));
        PolicyChange change = house.in(() -> house.policies.create(draft, house.admin("ada")));
        UUID id = assertInstanceOf(PolicyChange.Pending.class, change).approvalRequestUuid();
        assertEquals(0, count());
        Refused.because("requester", () -> house.decide(id, Verdict.APPROVE, null, null, house.admin("ada")));
        Refused.because("not_eligible", () -> house.approve(id, "ann"));
        house.decide(id, Verdict.APPROVE, null, null, house.admin("abe"));
        assertEquals(1, count());
    }

    @Test
    void aChangeOfPolicyIsCarriedOutAsShownHenceNotRevised() {
        house.people.with("ada", "soc-admin").with("abe", "soc-admin").with("eve", "soc-admin");
        PolicyDraft draft = new PolicyDraft(
                "low ones",
                Policy.Kind.AUTO,
                true,
                1,
                when("isolate", RiskLevel.LOW),
                new Policy.Then(true, null, null));
        PolicyChange change = house.in(() -> house.policies.create(draft, house.admin("ada")));
        UUID id = assertInstanceOf(PolicyChange.Pending.class, change).approvalRequestUuid();
        Revision harmless = new Revision(null, Map.of("operation", "delete"), "nothing to see");
        Refused.with(
                ErrorCode.CONFLICT, () -> house.in(() -> house.approvals.revise(id, harmless, house.admin("eve"))));
        assertEquals("create", house.see(id).parameters().get("operation"));
    }

    @Test
    void replayShowsWhatADraftWouldHaveDone() {
        house.catalogued("isolate", RiskLevel.LOW, autoRule());
        Rule auto = new Rule(ApprovalType.AUTO, List.of(), null, 1, List.of(), null);
        house.in(() -> house.approvals.ask(tool("isolate", RiskLevel.LOW, auto)));
        house.in(() -> house.approvals.ask(tool("disable", RiskLevel.LOW, auto)));
        PolicyDraft draft = new PolicyDraft(
                "low ones",
                Policy.Kind.AUTO,
                true,
                1,
                when("isolate", RiskLevel.LOW),
                new Policy.Then(true, null, null));
        PolicyReplayResult replay = house.in(() -> house.policies.replay(draft, 100, house.admin("ada")));
        assertEquals(2, replay.examined());
        assertEquals(1, replay.matched());
        assertEquals(1, replay.autoApproved());
        assertEquals(0, count());
    }

    @Test
    void aDraftIsTriedOnlyIfItCouldBeStored() {
        Rule unknown = new Rule(ApprovalType.MULTI, List.of("no-such-role"), 1, 0, List.of(), null);
        PolicyDraft draft =
                new PolicyDraft("", Policy.Kind.SEVERITY, true, -1, when(null), new Policy.Then(false, unknown, 1));
        List<String> wrong = List.of(
                "name",
                "priority",
                "then.required_roles",
                "then.required_approvers",
                "then.required_rejections",
                "then.timeout_seconds");
        for (String field : wrong) {
            Refused.naming(field, () -> house.in(() -> house.policies.create(draft, house.admin("ada"))));
            Refused.naming(field, () -> house.in(() -> house.policies.replay(draft, 100, house.admin("ada"))));
        }
    }

    @Test
    void aStoredPolicyIsTriedUnderItsOwnName() {
        Policy.Then then = new Policy.Then(false, Rule.manual(), null);
        policy("by hand", Policy.Kind.SEVERITY, 1, when(null), then);
        PolicyDraft changed = new PolicyDraft("by hand", Policy.Kind.SEVERITY, true, 2, when(null), then);
        assertEquals(
                0,
                house.in(() -> house.policies.replay(changed, 100, house.admin("ada")))
                        .examined());
    }

    @Test
    void anAutoPolicyHasToSayToWhat() {
        PolicyDraft draft =
                new PolicyDraft("all", Policy.Kind.AUTO, true, 1, when(null), new Policy.Then(true, null, null));
        Refused.naming("when", () -> house.in(() -> house.policies.create(draft, house.admin("ada"))));
    }

    @Test
    void confidenceMayOnlyRaiseScrutiny() {
        Policy.When unsure = new Policy.When("isolate", null, null, List.of(), null, null, 0.5);
        Rule two = Rule.multi(2, List.of());
        Refused.naming(
                "when.max_confidence",
                () -> policy("a", Policy.Kind.AUTO, 1, unsure, new Policy.Then(true, null, null)));
        Refused.naming(
                "then.approval_type",
                () -> policy(
                        "b",
                        Policy.Kind.SEVERITY,
                        1,
                        unsure,
                        new Policy.Then(false, ApprovalsFixture.emergency(), null)));
        Policy.When beyond = new Policy.When("isolate", null, null, List.of(), null, null, Double.NaN);
        Refused.naming(
                "when.max_confidence",
                () -> policy("c", Policy.Kind.SEVERITY, 1, beyond, new Policy.Then(false, two, null)));
        policy("hosts", Policy.Kind.AUTO, 1, when("isolate"), new Policy.Then(true, null, null));
        policy("unsure", Policy.Kind.SEVERITY, 2, unsure, new Policy.Then(false, two, null));
        Rule auto = new Rule(ApprovalType.AUTO, List.of(), null, 1, List.of(), null);
        assertInstanceOf(SubmissionResult.AutoApproved.class, askedByAgent(auto, 0.9));
        RequestView view = house.see(askedByAgent(auto, 0.4).id());
        assertEquals(Status.PENDING, view.status());
        assertEquals("unsure", view.policy());
        assertEquals(2, view.requiredApprovers());
    }

    private SubmissionResult askedByAgent(Rule rule, double confidence) {
        ApprovalRequestSpec ask = ApprovalRequestSpec.tool("isolate", house.agentOf("rita"))
                .arguments(Map.of("parameters", Map.of("host", "h-1")))
                .reason("beaconing")
                .confidence(confidence)
                .rule(rule)
                .build();
        return house.in(() -> house.approvals.ask(ask));
    }

    private long count() {
        return house.in(() -> house.policies.list(house.admin("ada"), io.countersign.kernel.PageRequest.first()))
                .total();
    }

    private ApprovalRequestSpec tool(String name, RiskLevel risk, Rule rule) {
        return ApprovalRequestSpec.tool(name, house.human("rita"))
                .arguments(Map.of("parameters", Map.of("host", "h-1")))
                .reason("beaconing")
                .riskLevel(risk)
                .rule(rule)
                .build();
    }

    private static Policy.When when(String tool, RiskLevel... risks) {
        return new Policy.When(tool, null, null, List.of(risks), null, null, null);
    }

    private void policy(String name, Policy.Kind kind, int priority, Policy.When when, Policy.Then then) {
        house.in(() ->
                house.policies.create(new PolicyDraft(name, kind, true, priority, when, then), house.admin("ada")));
    }
}
