package io.countersign.approvals.rules;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.Rule;
import io.countersign.approvals.Status;
import java.time.Instant;
import java.util.Set;

/**
 * What the rules need to know of a request.
 *
 * @param requesters everybody who counts as a requester: who asked, and whoever revised
 * @param hands who made the keys by which the requesters asked
 * @param editors who wrote what would run, or changed what protects it, since it was last agreed to
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
        Set<String> hands,
        Set<String> editors,
        Set<String> electorate,
        String argumentsSha256,
        Set<String> widenedRoles) {

    public RequestFacts {
        requesters = Set.copyOf(requesters);
        hands = Set.copyOf(hands);
        editors = Set.copyOf(editors);
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
            Set<String> hands,
            Set<String> editors,
            Set<String> electorate,
            String argumentsSha256) {
        this(status, expiresAt, riskLevel, rule, requesters, hands, editors, electorate, argumentsSha256, Set.of());
    }

    /** True for those who asked, by a key of their own or one that they made, and for high and critical risk the editors. */
    public boolean isParty(String person) {
        return isRequester(person) || isBarredEditor(person);
    }

    boolean isRequester(String person) {
        return requesters.contains(person) || hands.contains(person);
    }

    boolean isBarredEditor(String person) {
        return riskLevel.excludesEditors() && editors.contains(person);
    }

    ApprovalType type() {
        return rule.type();
    }
}
