package io.countersign.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActorTest {

    @Test
    void adminDoesNotImplyApprover() {
        Actor admin = Somebody.with("root", Set.of(Roles.SOC_ADMIN), null);
        assertTrue(admin.isAdmin());
        assertTrue(admin.hasScope(Scopes.APPROVALS_WRITE));
        assertFalse(admin.hasRole(Roles.APPROVER));
    }

    @Test
    void eachRoleGivesTheReadsAndItsOwnScopeOnly() {
        Set<String> reads = Set.of(Scopes.WORKFLOWS_READ, Scopes.APPROVALS_READ, Scopes.AUDIT_READ);
        assertEquals(reads, Roles.scopesOf(Set.of(Roles.SOC_VIEWER)));
        for (var pair : List.of(
                List.of(Roles.SOC_ANALYST, Scopes.WORKFLOWS_EXECUTE),
                List.of(Roles.WORKFLOW_AUTHOR, Scopes.WORKFLOWS_WRITE),
                List.of(Roles.APPROVER, Scopes.APPROVALS_WRITE),
                List.of(Roles.EMERGENCY_APPROVER, Scopes.APPROVALS_WRITE))) {
            Set<String> scopes = Roles.scopesOf(Set.of(pair.get(0)));
            assertTrue(scopes.containsAll(reads));
            assertTrue(scopes.contains(pair.get(1)));
            assertEquals(4, scopes.size(), pair.get(0));
        }
    }

    @Test
    void aRoleThatIsNotOursGivesNoScope() {
        assertEquals(Set.of(), Roles.scopesOf(Set.of("soc-lead", "offline_access")));
    }

    @Test
    void anybodyTreatedAsAnAgentLosesRolesAdminAndTheRightToDecide() {
        Actor agent = Somebody.with("root", Set.of(Roles.SOC_ADMIN, Roles.APPROVER), "acme")
                .asAgent();
        assertTrue(agent.isAgent());
        assertEquals("root", agent.person());
        assertEquals(Set.of(), agent.roles());
        assertFalse(agent.isAdmin());
        assertFalse(agent.hasScope(Scopes.APPROVALS_WRITE));
        assertTrue(agent.hasScope(Scopes.WORKFLOWS_EXECUTE));
        assertEquals("acme", agent.organization());
    }

    @Test
    void aMissingScopeIsNamed() {
        Actor viewer = Somebody.with("vic", Set.of(Roles.SOC_VIEWER), null);
        Refusal refusal = assertThrows(Refusal.class, () -> viewer.requireScope(Scopes.WORKFLOWS_EXECUTE));
        assertEquals(ErrorCode.FORBIDDEN, refusal.code());
        assertEquals(List.of(Scopes.WORKFLOWS_EXECUTE), refusal.details().get("required_scopes"));
        viewer.requireAnyScope(Scopes.WORKFLOWS_EXECUTE, Scopes.AUDIT_READ);
    }

    @Test
    void oneUserHasOneSpelling() {
        assertEquals("maya", Somebody.with("Maya", Set.of(), null).person());
    }
}
