package io.countersign.approvals.rules;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.Rule;
import io.countersign.approvals.Status;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the rules need to know of a request.
 *
 * @param requesters everybody who counts as a requester: who asked, and whoever revised
 * @param lastEditor who last edited the code, null when unknown
 * @param electorate for {@code unanimous}: the people whose agreement is needed, fixed when asked; empty otherwise
 * @param argumentsSha256 digest of what would run now
 * @param widenedRoles roles whose holders may decide since an escalation step
 */
public record RequestFacts(
        Status status,
        Instant expiresAt,
        RiskLevel riskLevel,
        Rule rule,
        Set<String> requesters,
        @Nullable String lastEditor,
        Set<String> electorate,
        String argumentsSha256,
        Set<String> widenedRoles) {

    public RequestFacts {
        requesters = Set.copyOf(requesters);
        electorate = Set.copyOf(electorate);
        widenedRoles = Set.copyOf(widenedRoles);
    }

    /** A request whose rule holds as it was asked. */
    public RequestFacts(
            Status status,
            Instant expiresAt,
            RiskLevel riskLevel,
            Rule rule,
            Set<String> requesters,
            @Nullable String lastEditor,
            Set<String> electorate,
            String argumentsSha256) {
        this(status, expiresAt, riskLevel, rule, requesters, lastEditor, electorate, argumentsSha256, Set.of());
    }

    /** True for those who asked, and for high and critical risk the last editor of the code. */
    public boolean isParty(String person) {
        return requesters.contains(person) || isBarredEditor(person);
    }

    boolean isBarredEditor(String person) {
        return riskLevel.excludesLastEditor() && person.equals(lastEditor);
    }

    ApprovalType type() {
        return rule.type();
    }
}
