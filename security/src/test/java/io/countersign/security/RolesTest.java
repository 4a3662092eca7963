package io.countersign.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RolesTest {

    @Test
    void theLeastRoleIsNamedForAScope() {
        assertEquals(Optional.of(Roles.SOC_VIEWER), Roles.giving(Scopes.AUDIT_READ));
        assertEquals(Optional.of(Roles.APPROVER), Roles.giving(Scopes.APPROVALS_WRITE));
        assertEquals(Optional.of(Roles.WORKFLOW_AUTHOR), Roles.giving(Scopes.WORKFLOWS_WRITE));
        assertEquals(Optional.of(Roles.SOC_ADMIN), Roles.giving(Scopes.ADMIN));
        assertEquals(Optional.empty(), Roles.giving("approvals:dream"));
    }
}
