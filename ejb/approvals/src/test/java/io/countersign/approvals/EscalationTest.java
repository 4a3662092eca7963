package io.countersign.approvals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.audit.AuditEntry;
import io.countersign.security.Person;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whom a step tells, and whom it lets decide. */
class EscalationTest {

    private static final Quorum LEAD_AND_NETWORK = Quorum.parse(
            Map.of("all", List.of(Map.of("role", "soc-lead", "count", 1), Map.of("role", "network", "count", 1))));

    private static final RequestQuery WAITING_FOR_ME =
            new RequestQuery(Set.of(Status.PENDING), null, false, false, true);

    private final ApprovalsFixture house = new ApprovalsFixture();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aStepTellsTheHoldersOfItsRolesAndItsChannel() {
        UUID id = house.ask(house.toBlock("lea")
                .escalation(List.of(new EscalationStep(45, List.of("soc-lead", "network"), "#lead"))));
        EscalationTargets targets = house.in(() -> house.approvals.escalationTargets(id, 0));
        assertEquals("#lead", targets.channel());
        assertEquals(List.of("leo", "mix", "ned"), names(targets), "lea asked and is told the outcome alone");
        house.approve(id, "ann");
        assertTrue(house.in(() -> house.approvals.escalationTargets(id, 0))
                .people()
                .isEmpty());
    }

    @Test
    void aStepTellsNobodyOfAnotherOrganization() {
        house.people.withIn("north", "nora", "soc-lead").withIn("south", "sue", "soc-lead", "approver");
        UUID id = house.ask(house.toBlock("rita")
                .organizationId("south")
                .escalation(List.of(new EscalationStep(45, List.of("soc-lead"), null))));
        assertFalse(
                names(house.in(() -> house.approvals.escalationTargets(id, 0))).contains("nora"));
        assertTrue(
                names(house.in(() -> house.approvals.escalationTargets(id, 0))).contains("sue"));
    }

    @Test
    void aStepThatDoesNotWidenLetsNobodyNewDecide() {
        UUID id = escalated(Rule.manual(), "rita", false);
        assertTrue(house.see(id).widenedRoles().isEmpty());
        Refused.because("not_eligible", () -> house.approve(id, "lea"));
    }

    @Test
    void aStepThatWidensLetsItsRolesDecideFromThenOn() {
        UUID id = asked(Rule.manual(), "rita", true);
        Refused.because("not_eligible", () -> house.approve(id, "lea"));
        later();
        RequestView view = house.see(id);
        assertEquals(List.of("soc-lead"), view.widenedRoles());
        assertTrue(house.see(id, house.human("lea")).decidable());
        assertEquals(1, house.list(WAITING_FOR_ME, house.human("lea")).total(), "it is in their inbox");
        assertTrue(house.in(() -> house.approvals.eligible(id)).stream()
                .map(Person::userName)
                .toList()
                .containsAll(List.of("ann", "lea", "leo")));
        assertEquals(Status.APPROVED, house.approve(id, "lea").status());
        AuditEntry recorded = house.audit.entries.stream()
                .filter(entry -> entry.action().equals("approval.escalated"))
                .findFirst()
                .orElseThrow();
        assertEquals(true, recorded.details().get("widened"));
    }

    @Test
    void whoMayDecideLaterIsPartOfWhatIsAgreedToAndStaysSo() {
        UUID id = asked(Rule.manual(), "rita", true);
        String before = house.see(id).agreementSha256();
        assertTrue(house.in(() -> house.approvals.agreement(id, house.human("ann")))
                .document()
                .toString()
                .contains("soc-lead after 45 s"));
        later();
        assertEquals(before, house.see(id).agreementSha256());
        UUID told = asked(Rule.manual(), "rita", false);
        assertFalse(house.in(() -> house.approvals.agreement(told, house.human("ann")))
                .document()
                .toString()
                .contains("soc-lead"));
    }

    @Test
    void theRequesterDoesNotDecideHoweverFarItIsWidened() {
        UUID id = escalated(Rule.manual(), "lea", true);
        Refused.because("requester", () -> house.approve(id, "lea"));
    }

    @Test
    void emergencyAndUnanimityAreNotWidened() {
        UUID emergency = escalated(ApprovalsFixture.emergency(), "rita", true);
        Refused.because("not_eligible", () -> house.approve(emergency, "lea"));
        UUID unanimous = escalated(Rule.unanimous(List.of("ann", "bob")), "rita", true);
        Refused.because("not_eligible", () -> house.approve(unanimous, "lea"));
        assertTrue(house.see(unanimous).widenedRoles().isEmpty());
    }

    @Test
    void severalPeopleStaySeveral() {
        UUID id = escalated(ApprovalsFixture.multi(2, "approver"), "rita", true);
        assertEquals(Status.PENDING, house.approve(id, "lea").status());
        assertEquals(Status.APPROVED, house.approve(id, "leo").status());
    }

    @Test
    void whoComesByAStepFillsOnePlaceOfAQuorum() {
        Rule quorum = new Rule(ApprovalType.MULTI, List.of(), null, 1, List.of(), LEAD_AND_NETWORK);
        UUID id = house.ask(house.toBlock("rita")
                .rule(quorum)
                .escalation(List.of(new EscalationStep(45, List.of("approver"), null, true))));
        later();
        assertEquals(Status.PENDING, house.approve(id, "ann").status());
        assertEquals(Status.APPROVED, house.approve(id, "lea").status(), "ann stands in for the network");
    }

    @Test
    void aPolicysRuleIsNotTheAskersToWiden() {
        PolicyDraft two = new PolicyDraft(
                "two",
                Policy.Kind.SEVERITY,
                true,
                1,
                new Policy.When(null, null, null, List.of(RiskLevel.MEDIUM), null, null, null),
                new Policy.Then(false, ApprovalsFixture.multi(2, "approver"), null));
        house.in(() -> house.policies.create(two, house.admin("ada")));
        UUID id = escalated(Rule.manual(), "rita", true);
        assertTrue(house.see(id).widenedRoles().isEmpty());
        Refused.because("not_eligible", () -> house.approve(id, "lea"));
    }

    @Test
    void theAskerOfAToolCallWidensNothing() {
        Refused.naming(
                "escalation[0].widen",
                () -> house.ask(ApprovalRequestSpec.tool("isolate_host", house.agentOf("rita"))
                        .reason("beaconing")
                        .escalation(List.of(new EscalationStep(45, List.of("soc-lead"), null, true)))));
    }

    @Test
    void aDelegateOfSomebodyWhomAStepLetInDecides() {
        house.in(() -> house.delegations.create(
                new DelegationDraft(
                        "ned",
                        List.of("soc-lead"),
                        house.clock.instant(),
                        house.clock.instant().plus(Duration.ofDays(1)),
                        "away"),
                house.human("lea")));
        UUID id = escalated(Rule.manual(), "rita", true);
        assertEquals(Status.APPROVED, house.approve(id, "ned").status());
    }

    private UUID escalated(Rule rule, String requester, boolean widen) {
        UUID id = asked(rule, requester, widen);
        later();
        return id;
    }

    private UUID asked(Rule rule, String requester, boolean widen) {
        return house.ask(house.toBlock(requester)
                .rule(rule)
                .escalation(List.of(new EscalationStep(45, List.of("soc-lead"), "#lead", widen))));
    }

    private void later() {
        house.pass(Duration.ofSeconds(46));
        house.sweep();
    }

    private static List<String> names(EscalationTargets targets) {
        return targets.people().stream().map(Person::userName).sorted().toList();
    }
}
