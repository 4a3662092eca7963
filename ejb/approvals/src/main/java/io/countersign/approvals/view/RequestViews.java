package io.countersign.approvals.view;

import io.countersign.approvals.AgreementComparison;
import io.countersign.approvals.AgreementDocument;
import io.countersign.approvals.AgreementView;
import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.Kind;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.Rule;
import io.countersign.approvals.Status;
import io.countersign.approvals.Verdict;
import io.countersign.approvals.WireNames;
import io.countersign.approvals.eligibility.Eligibility;
import io.countersign.approvals.json.StoredJson;
import io.countersign.approvals.request.AgreementDocuments;
import io.countersign.approvals.request.PersonLookup;
import io.countersign.approvals.request.RequestRepository;
import io.countersign.approvals.request.RequestRow;
import io.countersign.approvals.request.RevisionRow;
import io.countersign.approvals.request.RuleJson;
import io.countersign.approvals.request.StoredFacts;
import io.countersign.approvals.request.VoteRow;
import io.countersign.approvals.rules.DecisionResult;
import io.countersign.approvals.rules.RequestFacts;
import io.countersign.approvals.rules.Vote;
import io.countersign.approvals.rules.VoteCount;
import io.countersign.approvals.storage.ContentStore;
import io.countersign.approvals.storage.Labels;
import io.countersign.kernel.CanonicalJson;
import io.countersign.security.Actor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requests as people see them. */
@Dependent
public class RequestViews {

    private final RequestRepository requests;
    private final StoredFacts facts;
    private final ContentStore texts;
    private final Eligibility standings;

    @Inject
    public RequestViews(RequestRepository requests, StoredFacts facts, ContentStore texts, Eligibility standings) {
        this.requests = requests;
        this.facts = facts;
        this.texts = texts;
        this.standings = standings;
    }

    /** As this viewer sees it. */
    public RequestView whole(RequestRow row, Actor viewer, Instant now) {
        return seen(row, standings.viewer(viewer, now), standings.everybody(), now);
    }

    /** The same while the request is locked; everybody concerned was looked up before. */
    public RequestView whole(RequestRow row, Actor viewer, PersonLookup known, Instant now) {
        return seen(row, standings.viewer(viewer, known, now), known, now);
    }

    /** As the server sees it, without a viewer. */
    public RequestView whole(RequestRow row, Instant now) {
        return seen(row, null, standings.everybody(), now);
    }

    /** The same while the request is locked; everybody concerned was looked up before. */
    public RequestView whole(RequestRow row, PersonLookup known, Instant now) {
        return seen(row, null, known, now);
    }

    /** The whole request with what will run and how it was revised. */
    private RequestView seen(RequestRow row, Eligibility.@Nullable Viewer viewer, PersonLookup known, Instant now) {
        List<VoteRow> votes = row.approvalsGiven + row.rejectionsGiven > 0 ? requests.votes(row) : List.of();
        return view(row, votes, requests.revisions(row), texts.read(row.effectSha256), viewer, known, now);
    }

    /** What people agree to, whole, beside what they agreed to last. */
    public AgreementView agreement(RequestRow row) {
        AgreementDocument document = AgreementDocuments.of(row, texts);
        Optional<RequestRow> before = row.kind == Kind.CHANGE ? Optional.empty() : requests.lastAgreed(row);
        AgreementComparison comparison = before.map(last -> AgreementComparison.between(
                        AgreementDocuments.of(last, texts), document, last.kind, last.requestNumber, last.resolvedAt))
                .orElseGet(() -> AgreementComparison.none(row.kind));
        return new AgreementView(document, AgreementDocuments.sha256(row, texts), comparison);
    }

    /** A line of a list: without the text of what will run. */
    RequestView line(RequestRow row, List<VoteRow> votes, Eligibility.@Nullable Viewer viewer, Instant now) {
        return view(row, votes, List.of(), null, viewer, standings.everybody(), now);
    }

    private RequestView view(
            RequestRow row,
            List<VoteRow> votes,
            List<RevisionRow> revisions,
            @Nullable String effect,
            Eligibility.@Nullable Viewer viewer,
            PersonLookup known,
            Instant now) {
        RequestFacts seen = facts.of(row);
        Rule rule = RuleJson.read(row.rule);
        List<Vote> counting = facts.counting(row, seen, votes, known);
        Map<String, Object> arguments = CanonicalJson.parseObject(row.arguments);
        Map<String, Object> parameters = StoredJson.object(arguments.get("parameters"));
        Status status = row.statusAt(now);
        boolean open = status == Status.PENDING;
        Optional<DecisionResult.Reason> barrier =
                open && viewer != null ? viewer.barrier(row, seen, counting) : Optional.empty();
        return new RequestView(
                row.id,
                row.requestNumber,
                row.kind,
                row.workflowId,
                row.workflowName,
                row.codeVersion,
                row.codeSha256,
                row.argumentsSha256,
                AgreementDocuments.sha256(row, texts),
                effect,
                row.toolName,
                row.actionType,
                row.actionDescription,
                parameters == null ? Map.of() : parameters,
                StoredJson.object(arguments.get("indicator")),
                StoredJson.object(arguments.get("alert")),
                row.triggerType,
                row.requester,
                row.requesterName(),
                row.requesterLabel,
                row.reason,
                row.confidence,
                row.potentialImpact,
                row.riskLevel,
                row.approvalType,
                rule.requiredRoles(),
                rule.requiredApprovers(),
                rule.requiredRejections(),
                rule.quorum() == null ? null : rule.quorum().toMap(),
                rule.approvers(),
                given(counting, Verdict.APPROVE, row.approvalsGiven, open),
                given(counting, Verdict.REJECT, row.rejectionsGiven, open),
                votes.stream().map(vote -> decision(vote, counting)).toList(),
                revisions.stream().map(RequestViews::revised).toList(),
                StoredFacts.widenedRoles(row),
                open ? VoteCount.missing(seen, counting) : List.of(),
                open && viewer != null && barrier.isEmpty(),
                barrier.map(WireNames::of).orElse(null),
                status,
                row.requestedAt,
                row.expiresAt,
                status == row.status ? row.resolvedAt : row.expiresAt,
                status == row.status ? row.resolutionReason : RequestRow.EXPIRED_REASON,
                row.runId,
                row.approvalType == ApprovalType.EMERGENCY,
                row.reviewDueAt,
                review(row),
                row.policy,
                row.channel,
                row.organizationId,
                row.sessionId,
                row.incidentId,
                row.callbackUrl,
                open ? standings.directoryAsOf() : null,
                etag(row));
    }

    static String etag(RequestRow row) {
        return row.revision + "-" + (row.version == null ? 0 : row.version);
    }

    private static int given(List<Vote> counting, Verdict verdict, int stored, boolean open) {
        return open
                ? (int) counting.stream()
                        .filter(vote -> vote.verdict() == verdict)
                        .count()
                : stored;
    }

    private static RequestView.Decision decision(VoteRow vote, List<Vote> counting) {
        boolean counts = counting.stream().anyMatch(other -> other.person().equals(vote.person));
        return new RequestView.Decision(
                vote.person,
                vote.personName(),
                vote.verdict,
                vote.role,
                vote.comment,
                vote.channel,
                vote.decidedAt,
                vote.delegateName(),
                vote.credential == null ? Map.of() : CanonicalJson.parseObject(vote.credential),
                counts);
    }

    private static RequestView.Revised revised(RevisionRow revision) {
        Map<String, Object> before = CanonicalJson.parseObject(revision.argumentsBefore);
        Map<String, Object> parameters = StoredJson.object(before.get("parameters"));
        return new RequestView.Revised(
                revision.number,
                Labels.of(revision.editor, revision.editorName),
                revision.comment,
                revision.revisedAt,
                StoredJson.storedStrings(revision.diff),
                StoredJson.object(before.get("indicator")),
                parameters == null ? Map.of() : parameters);
    }

    private static RequestView.@Nullable Review review(RequestRow row) {
        if (row.reviewer == null || row.reviewedAt == null) {
            return null;
        }
        return new RequestView.Review(
                row.reviewer,
                Boolean.TRUE.equals(row.reviewJustified),
                row.reviewComment == null ? "" : row.reviewComment,
                row.reviewedAt);
    }
}
