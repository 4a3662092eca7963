package io.countersign.approvals;

import io.countersign.approvals.rules.RequestFacts;
import io.countersign.approvals.rules.Vote;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Stored requests and votes, as the rules see them. */
@Dependent
class Facts {

    private final Texts texts;

    @Inject
    Facts(Texts texts) {
        this.texts = texts;
    }

    RequestFacts of(RequestRow row) {
        return new RequestFacts(
                row.status,
                row.expiresAt,
                row.riskLevel,
                RuleJson.read(row.rule),
                Set.copyOf(Json.storedStrings(row.parties)),
                row.lastEditor,
                electorate(row),
                row.argumentsSha256,
                Set.copyOf(widenedRoles(row)));
    }

    String agreementSha256(RequestRow row) {
        return AgreementDocuments.sha256(row, texts);
    }

    ElectorSet electors(RequestRow row) {
        return ElectorSet.read(texts.require(row.electorsSha256));
    }

    /** The roles that escalation has added, in order of name. */
    static List<String> widenedRoles(RequestRow row) {
        return row.widenedRoles == null ? List.of() : Json.storedStrings(row.widenedRoles);
    }

    private Set<String> electorate(RequestRow row) {
        return row.approvalType == ApprovalType.UNANIMOUS ? electors(row).people() : Set.of();
    }

    static List<Vote> of(List<VoteRow> votes) {
        return votes.stream()
                .map(vote ->
                        new Vote(vote.person, vote.delegate, Set.copyOf(Json.storedStrings(vote.roles)), vote.verdict))
                .toList();
    }
}
