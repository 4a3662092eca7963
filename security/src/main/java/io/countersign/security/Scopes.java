package io.countersign.security;

import java.util.Set;

/** What a caller may do over the API. */
public final class Scopes {

    public static final String WORKFLOWS_READ = "workflows:read";
    public static final String WORKFLOWS_WRITE = "workflows:write";
    public static final String WORKFLOWS_EXECUTE = "workflows:execute";
    public static final String APPROVALS_READ = "approvals:read";
    public static final String APPROVALS_WRITE = "approvals:write";
    public static final String AUDIT_READ = "audit:read";
    /** Everything. It makes nobody an approver: that takes the role. */
    public static final String ADMIN = "admin";

    public static final Set<String> ALL = Set.of(
            WORKFLOWS_READ, WORKFLOWS_WRITE, WORKFLOWS_EXECUTE, APPROVALS_READ, APPROVALS_WRITE, AUDIT_READ, ADMIN);

    /**
     * What is left of {@link #APPROVALS_READ} on a key whose owner has it by no role: reading what the owner is asked. Given to no
     * key, and part of {@link #ALL} no more than the next.
     */
    static final String READ_WHERE_ASKED = "approvals:read:asked";

    /** What is left of {@link #APPROVALS_WRITE}: deciding what the owner is asked. */
    static final String DECIDE_WHERE_ASKED = "approvals:write:asked";

    private Scopes() {}
}
