package io.countersign.approvals.rules;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.Rule;
import io.countersign.approvals.Status;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the rules need to know of a request.
 *
 * @param requesters everybody who counts as a requester: who asked, and whoever revised
 * @param hands who made the keys by which the requesters asked
 * @param editors who wrote what would run, or changed what protects it, since it was last agreed to
 * @param electorate for {@code unanimous}: the people whose agreement is needed, fixed when asked; empty otherwise
 * @param argumentsSha256 digest of what would run now
 * @param widenedRoles roles whose holders may decide since an escalation step
 * @param also what has to be met besides the rule
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
        Set<String> widenedRoles,
        List<Requirement> also) {

    public RequestFacts {
        requesters = Set.copyOf(requesters);
        hands = Set.copyOf(hands);
        editors = Set.copyOf(editors);
        electorate = Set.copyOf(electorate);
        widenedRoles = Set.copyOf(widenedRoles);
        also = List.copyOf(also);
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
        this(
                status,
                expiresAt,
                riskLevel,
                rule,
                requesters,
                hands,
                editors,
                electorate,
                argumentsSha256,
                Set.of(),
                List.of());
    }

    /** One for each rule that has to be met; only the request itself where nothing is to be met besides its own. */
    List<RequestFacts> parts() {
        return also.isEmpty()
                ? List.of(this)
                : Stream.concat(Stream.of(new Requirement(rule, electorate)), also.stream())
                        .map(this::under)
                        .toList();
    }

    private RequestFacts under(Requirement part) {
        return new RequestFacts(
                status,
                expiresAt,
                riskLevel,
                part.rule(),
                requesters,
                hands,
                editors,
                part.electorate(),
                argumentsSha256,
                widenedRoles,
                List.of());
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

    /**
     * Whether an editor would count only because an editor has said so: at any risk, by a name or a role of the editors' choice.
     * Whoever approves by a policy does so at low and medium risk, editor or not.
     */
    boolean isSelfAppointed(String person, Set<String> roles) {
        return editors.contains(person)
                && !roles.contains(EligibleApprovers.APPROVER)
                && !roles.contains(EligibleApprovers.EMERGENCY_APPROVER);
    }

    ApprovalType type() {
        return rule.type();
    }
}
