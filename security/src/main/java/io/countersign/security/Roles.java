package io.countersign.security;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The realm roles that mean something to the server itself; any other role can be required of an approver. */
public final class Roles {

    public static final String SOC_VIEWER = "soc-viewer";
    public static final String SOC_ANALYST = "soc-analyst";
    public static final String WORKFLOW_AUTHOR = "workflow-author";
    /** Agrees to what runs without being asked about each time going live. */
    public static final String WORKFLOW_PUBLISHER = "workflow-publisher";

    public static final String APPROVER = "approver";
    public static final String EMERGENCY_APPROVER = "emergency-approver";
    public static final String SOC_ADMIN = "soc-admin";

    private static final Set<String> READS = Set.of(Scopes.WORKFLOWS_READ, Scopes.APPROVALS_READ, Scopes.AUDIT_READ);

    private static final Map<String, Set<String>> SCOPES = Map.of(
            SOC_VIEWER, READS,
            SOC_ANALYST, readsAnd(Scopes.WORKFLOWS_EXECUTE),
            WORKFLOW_AUTHOR, readsAnd(Scopes.WORKFLOWS_WRITE),
            WORKFLOW_PUBLISHER, readsAnd(Scopes.APPROVALS_WRITE),
            APPROVER, readsAnd(Scopes.APPROVALS_WRITE),
            EMERGENCY_APPROVER, readsAnd(Scopes.APPROVALS_WRITE),
            SOC_ADMIN, Scopes.ALL);

    /** The roles that give scopes. */
    public static final Set<String> KNOWN = SCOPES.keySet();

    private Roles() {}

    /** The scopes that a person with these realm roles has. */
    public static Set<String> scopesOf(Set<String> roles) {
        Set<String> scopes = new LinkedHashSet<>();
        roles.forEach(role -> scopes.addAll(SCOPES.getOrDefault(role, Set.of())));
        return scopes;
    }

    /** The role with the fewest scopes that gives this one; empty for a scope that no role gives. */
    public static Optional<String> giving(String scope) {
        return SCOPES.entrySet().stream()
                .filter(role -> role.getValue().contains(scope))
                .min(Comparator.<Map.Entry<String, Set<String>>>comparingInt(
                                role -> role.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey);
    }

    private static Set<String> readsAnd(String scope) {
        Set<String> scopes = new LinkedHashSet<>(READS);
        scopes.add(scope);
        return Set.copyOf(scopes);
    }
}
