package io.countersign.approvals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Policies about what a workflow gets at hold whatever the workflow says of itself. */
class ReachTest {

    private static final Reach REACH = new Reach(
            Set.of("VAULT_KEY"),
            Set.of("vault.example.com", "*.corp.example"),
            Set.of("okta"),
            Set.of("suspendUser"),
            Set.of("workflow"));

    private final ApprovalsFixture house = new ApprovalsFixture();

    @AfterEach
    void close() {
        house.close();
    }

    private static Policy.When when(String secret, String host, String integration, String action) {
        return new Policy.When(null, null, null, List.of(), null, null, null, secret, host, integration, action);
    }

    private boolean isRequired(Policy.When when, Reach reach) {
        try (ApprovalsFixture fresh = new ApprovalsFixture()) {
            fresh.in(() -> fresh.policies.create(
                    new PolicyDraft(
                            "reach",
                            Policy.Kind.SEVERITY,
                            true,
                            1,
                            when,
                            new Policy.Then(false, ApprovalsFixture.multi(2), null)),
                    fresh.admin("root")));
            ApprovalRequestSpec ask = fresh.toBlock("rita").reach(reach).build();
            return fresh.in(() -> fresh.approvals.isRequiredByPolicy(ask));
        }
    }

    @Test
    void eachConditionIsCompared() {
        for (Policy.When fits : List.of(
                when("vault_key", null, null, null),
                when(null, "VAULT.example.com", null, null),
                when(null, "db.corp.example", null, null),
                when(null, "*.example.com", null, null),
                when(null, null, "Okta", null),
                when(null, null, null, "SuspendUser"),
                when("VAULT_KEY", "vault.example.com", "okta", "suspendUser"))) {
            assertTrue(isRequired(fits, REACH), fits.toString());
        }
        for (Policy.When other : List.of(
                when("OTHER", null, null, null),
                when(null, "example.com", null, null),
                when(null, "corp.example", null, null),
                when(null, "evilcorp.example", null, null),
                when(null, null, "entra", null),
                when(null, null, null, "unsuspendUser"),
                when("VAULT_KEY", "other.example.com", null, null))) {
            assertFalse(isRequired(other, REACH), other.toString());
        }
        Reach anywhere = new Reach(Set.of(), Set.of("*"), Set.of(), Set.of(), Set.of());
        assertTrue(isRequired(when(null, "vault.example.com", null, null), anywhere));
        assertFalse(isRequired(when(null, "vault.example.com", null, null), Reach.NOTHING));
        assertFalse(
                isRequired(new Policy.When(null, null, null, List.of(RiskLevel.MEDIUM), null, null, null), REACH),
                "a policy about the risk leaves the mode to the workflow");
    }

    @Test
    void suchAPolicySaysWhoAgreesAndNeverAgreesItself() {
        house.in(() -> house.policies.create(
                new PolicyDraft(
                        "vault",
                        Policy.Kind.SEVERITY,
                        true,
                        1,
                        when("VAULT_KEY", null, null, null),
                        new Policy.Then(false, ApprovalsFixture.multi(2), null)),
                house.admin("root")));
        RequestView view = house.see(house.ask(house.toBlock("rita").reach(REACH)));
        assertEquals(ApprovalType.MULTI, view.approvalType());
        assertEquals("vault", view.policy());
        PolicyDraft auto = new PolicyDraft(
                "auto",
                Policy.Kind.AUTO,
                true,
                1,
                new Policy.When("x", null, null, List.of(), null, null, null, "VAULT_KEY", null, null, null),
                new Policy.Then(true, null, null));
        Refused.naming("when", () -> house.in(() -> house.policies.create(auto, house.admin("root"))));
        PolicyDraft port = new PolicyDraft(
                "port",
                Policy.Kind.SEVERITY,
                true,
                1,
                when(null, "https://vault.example.com/", null, null),
                new Policy.Then(false, ApprovalsFixture.multi(2), null));
        Refused.naming("when.host", () -> house.in(() -> house.policies.create(port, house.admin("root"))));
    }
}
