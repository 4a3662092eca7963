package io.countersign.approvals;

import io.countersign.approvals.rules.RequestFacts;
import io.countersign.approvals.rules.Tally;
import io.countersign.audit.CanonicalJson;
import io.countersign.security.Actor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests as people see them. */
@Dependent
class Views {

    private final Requests requests;
    private final Facts facts;
    private final Texts texts;
    private final Standings standings;

    @Inject
    Views(Requests requests, Facts facts, Texts texts, Standings standings) {
        this.requests = requests;
        this.facts = facts;
        this.texts = texts;
        this.standings = standings;
    }

    /** As this viewer sees it. */
    RequestView whole(RequestRow row, Actor viewer, Instant now) {
        return whole(row, standings.viewer(viewer, now), now);
    }

    /** The same while the request is locked; the viewer's lenders were looked up before. */
    RequestView whole(RequestRow row, Actor viewer, Known lenders, Instant now) {
        return whole(row, standings.viewer(viewer, lenders, now), now);
    }

    /** As the house sees it, without a viewer. */
    RequestView whole(RequestRow row, Instant now) {
        return whole(row, (Standings.Viewer) null, now);
    }

    /** The whole request with what will run and how it was revised. */
    private RequestView whole(RequestRow row, Standings.@Nullable Viewer viewer, Instant now) {
        List<VoteRow> votes = row.approvalsGiven + row.rejectionsGiven > 0 ? requests.votes(row) : List.of();
        return view(row, votes, requests.revisions(row), texts.read(row.effectSha256), viewer, now);
    }

    /** What people agree to, whole, beside what they agreed to last. */
    AgreementView agreement(RequestRow row) {
        AgreementDocument document = AgreementDocuments.of(row, texts);
        AgreementComparison comparison = requests.lastAgreed(row)
                .map(last -> AgreementComparison.between(AgreementDocuments.of(last, texts), document, last))
                .orElseGet(() -> AgreementComparison.none(row.kind));
        return new AgreementView(document, AgreementDocuments.sha256(row, texts), comparison);
    }

    /** A line of a list: without the text of what will run. */
    RequestView line(RequestRow row, List<VoteRow> votes, Standings.@Nullable Viewer viewer, Instant now) {
        return view(row, votes, List.of(), null, viewer, now);
    }

    private RequestView view(
            RequestRow row,
            List<VoteRow> votes,
            List<RevisionRow> revisions,
            @Nullable String effect,
            Standings.@Nullable Viewer viewer,
            Instant now) {
        RequestFacts seen = facts.of(row);
        Rule rule = seen.rule();
        Map<String, Object> arguments = CanonicalJson.parseObject(row.arguments);
        Map<String, Object> parameters = Json.object(arguments.get("parameters"));
        Status status = row.statusAt(now);
        boolean open = status == Status.PENDING;
        return new RequestView(
                row.id,
                row.requestId,
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
                Json.object(arguments.get("indicator")),
                Json.object(arguments.get("alert")),
                row.triggerType,
                row.requester,
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
                row.approvalsGiven,
                row.rejectionsGiven,
                votes.stream().map(Views::decision).toList(),
                revisions.stream().map(Views::revised).toList(),
                Facts.widenedRoles(row),
                open ? Tally.missing(seen, Facts.of(votes)) : List.of(),
                open && viewer != null && viewer.mayDecide(row, seen, votes),
                status,
                row.requestedAt,
                row.expiresAt,
                status == row.status ? row.resolvedAt : row.expiresAt,
                status == row.status ? row.resolutionReason : Expiry.REASON,
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

    private static RequestView.Decision decision(VoteRow vote) {
        return new RequestView.Decision(
                vote.person, vote.verdict, vote.role, vote.comment, vote.channel, vote.decidedAt, vote.delegate);
    }

    private static RequestView.Revised revised(RevisionRow revision) {
        Map<String, Object> before = CanonicalJson.parseObject(revision.argumentsBefore);
        Map<String, Object> parameters = Json.object(before.get("parameters"));
        return new RequestView.Revised(
                revision.number,
                revision.editor,
                revision.comment,
                revision.revisedAt,
                Json.storedStrings(revision.diff),
                Json.object(before.get("indicator")),
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
