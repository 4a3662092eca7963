package io.countersign.approvals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.approvals.catalogue.CatalogueRow;
import io.countersign.kernel.ErrorCode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {

    private static final Rule AUTO = new Rule(ApprovalType.AUTO, List.of(), null, 1, List.of(), null);

    private final ApprovalsFixture house = new ApprovalsFixture();

    @AfterEach
    void close() {
        house.close();
    }

    private ApprovalRequestSpec.Builder tool(String name) {
        return ApprovalRequestSpec.tool(name, house.agentOf("rita")).reason("it beacons");
    }

    private RequestView asked(ApprovalRequestSpec.Builder ask) {
        return house.see(house.ask(ask));
    }

    private void policy(Policy.When when, Policy.Kind kind, Policy.Then then) {
        house.in(() -> house.policies.create(
                new PolicyDraft("p-" + UUID.randomUUID(), kind, true, 1, when, then), house.admin("root")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "isolate_host ",
                " isolate_host",
                "isolate\u200b_host",
                "isol\u0430te_host",
                "",
                "-x",
                "a b",
                "a\n"
            })
    void whatLooksLikeANameIsNone(String name) {
        Refused.naming("tool_name", () -> house.ask(tool(name)));
        Refused.naming("action_type", () -> house.ask(tool("isolate_host").action(name, null)));
        Refused.naming("tool_name", () -> create(new CatalogueDraft(name, null, RiskLevel.LOW, AUTO, null, null)));
        Refused.naming(
                "when.tool_name",
                () -> policy(
                        new Policy.When(name, null, null, List.of(), null, null, null),
                        Policy.Kind.AUTO,
                        new Policy.Then(true, null, null)));
    }

    @Test
    void namesAreTheSameInAnyCase() {
        policy(
                new Policy.When("isolate_host", null, null, List.of(), null, null, null),
                Policy.Kind.SEVERITY,
                new Policy.Then(false, ApprovalsFixture.multi(2), null));
        RequestView view = asked(tool("Isolate_Host"));
        assertEquals(ApprovalType.MULTI, view.approvalType());
        house.catalogued("Wipe/Phone", RiskLevel.CRITICAL, ApprovalsFixture.multi(3));
        assertEquals(3, asked(tool("wipe/phone")).requiredApprovers());
    }

    @Test
    void aRiskStatedTooLowIsNoWayOut() {
        policy(
                new Policy.When(null, null, null, List.of(RiskLevel.HIGH, RiskLevel.CRITICAL), null, null, null),
                Policy.Kind.SEVERITY,
                new Policy.Then(false, ApprovalsFixture.multi(2), null));
        for (RiskLevel stated : RiskLevel.values()) {
            RequestView view = asked(tool("isolate_host").riskLevel(stated));
            assertEquals(RiskLevel.higher(RiskLevel.HIGH, stated), view.riskLevel(), "unknown tools are high");
            assertEquals(ApprovalType.MULTI, view.approvalType());
        }
        house.catalogued("look_up", RiskLevel.LOW, Rule.manual());
        assertEquals(
                ApprovalType.MANUAL,
                asked(tool("look_up").riskLevel(RiskLevel.LOW)).approvalType());
        assertEquals(
                ApprovalType.MULTI,
                asked(tool("look_up").riskLevel(RiskLevel.HIGH)).approvalType(),
                "more may be asked");
    }

    @Test
    void nobodyNamesAnApproverWhoHasNoPowerToApprove() {
        UUID id = house.ask(tool("isolate_host").rule(Rule.single(List.of("rex"), List.of())));
        assertEquals(ApprovalType.SINGLE, house.see(id).approvalType(), "shown as asked");
        assertEquals(Status.PENDING, house.approve(id, "rex").status(), "rex agrees, and is no approver");
        assertEquals(List.of("1 approval by approver"), house.see(id).missing());
        assertEquals(Status.APPROVED, house.approve(id, "ann").status());

        UUID named = house.ask(tool("isolate_host").rule(Rule.single(List.of("ann"), List.of())));
        Refused.because("not_eligible", () -> house.approve(named, "rex"));
        assertEquals(Status.PENDING, house.approve(named, "bob").status(), "bob is an approver, and not named");
        assertEquals(Status.APPROVED, house.approve(named, "ann").status());
    }

    @Test
    void aRoleThatEverybodyHasApprovesNothing() {
        Rule analysts = new Rule(ApprovalType.MANUAL, List.of("soc-analyst"), null, 1, List.of(), null);
        house.people.with("zoe", "soc-analyst");
        UUID id = house.ask(tool("isolate_host").rule(analysts));
        assertEquals(Status.PENDING, house.approve(id, "zoe").status());
        assertEquals(Status.APPROVED, house.approve(id, "ann").status());
        Rule leads = new Rule(ApprovalType.MANUAL, List.of("soc-lead"), null, 1, List.of(), null);
        UUID byLead = house.ask(tool("isolate_host").rule(leads));
        assertEquals(Status.APPROVED, house.approve(byLead, "lea").status(), "a role of the house's own");
    }

    @Test
    void theCataloguesRuleHoldsBesideTheAskers() {
        house.catalogued("isolate_host", RiskLevel.CRITICAL, ApprovalsFixture.multi(2));
        UUID id = house.ask(tool("isolate_host").riskLevel(RiskLevel.LOW).rule(Rule.single(List.of("lea"), List.of())));
        RequestView view = house.see(id);
        assertEquals(RiskLevel.CRITICAL, view.riskLevel());
        assertEquals(ApprovalType.MULTI, view.approvalType());
        house.approve(id, "ann");
        assertEquals(Status.PENDING, house.approve(id, "bob").status());
        assertEquals(List.of("1 approval by one of those named"), house.see(id).missing());
        assertEquals(Status.APPROVED, house.approve(id, "lea").status());
        assertEquals(
                ApprovalType.MULTI,
                asked(tool("isolate_host").rule(ApprovalsFixture.emergency())).approvalType());
        assertFalse(
                asked(tool("isolate_host").rule(ApprovalsFixture.emergency())).emergency());
    }

    @Test
    void anotherActionTypeIsNoWayOut() {
        house.in(() -> {
            CatalogueRow row = new CatalogueRow();
            row.id = UUID.randomUUID();
            row.createdAt = house.clock.instant();
            row.fill(
                    new CatalogueDraft(
                            "firewall", "CONTAINMENT", RiskLevel.CRITICAL, ApprovalsFixture.multi(2), 60, null),
                    house.clock.instant());
            house.tables.entities().persist(row);
            return row;
        });
        for (String stated : new String[] {"containment", "READ", null}) {
            RequestView view = asked(tool("firewall").action(stated, null).timeoutSeconds(3600));
            assertEquals(RiskLevel.CRITICAL, view.riskLevel(), stated);
            assertEquals(ApprovalType.MULTI, view.approvalType(), stated);
            assertEquals(
                    60,
                    java.time.Duration.between(view.requestedAt(), view.expiresAt())
                            .toSeconds());
        }
    }

    @Test
    void whatAnAskerCallsItsActionLeavesNobodyOut() {
        policy(
                new Policy.When(null, "ENRICHMENT", null, List.of(), null, null, null),
                Policy.Kind.AUTO,
                new Policy.Then(true, null, null));
        ApprovalRequestSpec.Builder harmless =
                tool("wipe_phone").action("ENRICHMENT", null).rule(AUTO);
        assertEquals(Status.PENDING, asked(harmless).status());
        house.in(() -> {
            CatalogueRow row = new CatalogueRow();
            row.id = UUID.randomUUID();
            row.createdAt = house.clock.instant();
            row.fill(new CatalogueDraft("whois", "enrichment", RiskLevel.LOW, AUTO, null, null), house.clock.instant());
            house.tables.entities().persist(row);
            return row;
        });
        assertEquals(Status.APPROVED, asked(tool("whois").rule(AUTO)).status(), "the operator says what it is");
    }

    @Test
    void whatTheTypeWouldNotLookAtIsRefused() {
        Rule idle = new Rule(ApprovalType.MANUAL, List.of(), 3, 1, List.of("ann"), null);
        CatalogueDraft draft = new CatalogueDraft("wipe", null, RiskLevel.LOW, idle, null, null);
        Refused.naming("required_approvers", () -> create(draft));
        Refused.naming("approvers", () -> create(draft));
        Policy.When when = new Policy.When("wipe", null, null, List.of(), null, null, null);
        Refused.naming("then.approvers", () -> policy(when, Policy.Kind.SEVERITY, new Policy.Then(false, idle, null)));
    }

    private CatalogueChange create(CatalogueDraft draft) {
        return house.in(() -> house.catalogue.create(draft, house.admin("root")));
    }

    @Test
    void onceTwoAdminsExistTheOtherOneAgrees() {
        CatalogueDraft draft = new CatalogueDraft("wipe", null, RiskLevel.LOW, AUTO, null, null);
        CatalogueChange.Done done = assertInstanceOf(CatalogueChange.Done.class, create(draft));
        Refused.with(
                ErrorCode.CONFLICT, () -> create(new CatalogueDraft("WIPE", null, RiskLevel.LOW, AUTO, null, null)));
        house.people.with("root", "soc-admin").with("ruth", "soc-admin").withIn("acme", "otto", "soc-admin");
        UUID id = done.entry().uuid();
        CatalogueChange change = house.in(() -> house.catalogue.delete(id, house.admin("root")));
        UUID request = assertInstanceOf(CatalogueChange.Pending.class, change).approvalRequestUuid();
        assertEquals(Kind.CHANGE, house.see(request).kind());
        assertEquals(1, catalogued(), "nothing of it holds before");
        Refused.because("requester", () -> house.approve(request, "root"));
        Refused.because("not_eligible", () -> house.approve(request, "otto"));
        assertTrue(house.in(() -> house.approvals.eligible(request)).stream()
                .allMatch(person -> person.id().equals("ruth")));
        assertEquals(Status.APPROVED, house.approve(request, "ruth").status());
        assertEquals(0, catalogued());
    }

    private long catalogued() {
        return house.in(() -> house.catalogue
                .list(house.admin("root"), io.countersign.kernel.PageRequest.first())
                .total());
    }
}
