package io.countersign.approvals.request;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.Rule;
import io.countersign.approvals.json.StoredJson;
import io.countersign.approvals.rules.EligibleApprovers;
import io.countersign.approvals.rules.RequestFacts;
import io.countersign.approvals.rules.Vote;
import io.countersign.approvals.storage.ContentStore;
import io.countersign.security.OrganizationScope;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stored requests and votes, as the rules see them. */
@Dependent
public class StoredFacts {

    private final ContentStore texts;

    @Inject
    public StoredFacts(ContentStore texts) {
        this.texts = texts;
    }

    public RequestFacts of(RequestRow row) {
        return new RequestFacts(
                row.status,
                row.expiresAt,
                row.riskLevel,
                rule(row),
                Set.copyOf(StoredJson.storedStrings(row.parties)),
                row.hands == null ? Set.of() : Set.copyOf(StoredJson.storedStrings(row.hands)),
                editors(row),
                electorate(row),
                row.argumentsSha256,
                Set.copyOf(widenedRoles(row)),
                AlsoJson.requirements(row.also));
    }

    public String agreementSha256(RequestRow row) {
        return AgreementDocuments.sha256(row, texts);
    }

    public EligibleApproverSet eligibleApprovers(RequestRow row) {
        return EligibleApproverSet.read(texts.require(row.electorsSha256));
    }

    /** The roles that escalation has added, in order of name. */
    public static List<String> widenedRoles(RequestRow row) {
        return row.widenedRoles == null ? List.of() : StoredJson.storedStrings(row.widenedRoles);
    }

    /** The rule with person ids in the place of the names that it was stated with. */
    private Rule rule(RequestRow row) {
        Rule stated = RuleJson.read(row.rule);
        return stated.approvers().isEmpty()
                ? stated
                : stated.among(eligibleApprovers(row).people().stream().sorted().toList());
    }

    private static Set<String> editors(RequestRow row) {
        if (row.editors != null) {
            return Set.copyOf(StoredJson.storedStrings(row.editors));
        }
        return row.lastEditor == null ? Set.of() : Set.of(row.lastEditor);
    }

    private Set<String> electorate(RequestRow row) {
        return row.approvalType == ApprovalType.UNANIMOUS
                ? eligibleApprovers(row).people()
                : Set.of();
    }

    /** The designated people of a request, by person id; the request itself is not loaded. */
    public Set<String> designated(Optional<String> electorsSha256) {
        return electorsSha256
                .map(sha256 -> EligibleApproverSet.read(texts.require(sha256)).allPeople())
                .orElse(Set.of());
    }

    /** Those of the votes that count now, as the rules see them. */
    public List<Vote> counting(RequestRow row, RequestFacts seen, List<VoteRow> votes, PersonLookup known) {
        return votes.stream()
                .filter(vote -> vote.voidedAt == null)
                .flatMap(vote -> standing(row, seen, vote, known).stream())
                .toList();
    }

    /**
     * The vote as it counts now; empty when its person has left or lost the role. What has ended stays as it was, and so does a
     * vote that came in after people were looked up.
     */
    public Optional<Vote> standing(RequestRow row, RequestFacts seen, VoteRow stored, PersonLookup known) {
        Vote vote = new Vote(
                stored.person, stored.delegate, Set.copyOf(StoredJson.storedStrings(stored.roles)), stored.verdict);
        if (row.status.terminal() || stored.person.indexOf(':') >= 0 || !known.covers(stored.person)) {
            return Optional.of(vote);
        }
        return known.person(stored.person)
                .filter(person -> row.isWithin(OrganizationScope.of(person)))
                .flatMap(person -> EligibleApprovers.standingNow(seen, vote, person.roles()));
    }
}
