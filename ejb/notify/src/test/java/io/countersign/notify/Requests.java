package io.countersign.notify;

import io.countersign.approvals.AgreementComparison;
import io.countersign.approvals.AgreementDocument;
import io.countersign.approvals.AgreementDocument.Entry;
import io.countersign.approvals.AgreementDocument.Part;
import io.countersign.approvals.AgreementView;
import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.Channel;
import io.countersign.approvals.Kind;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.Status;
import io.countersign.approvals.Verdict;
import io.countersign.notify.content.RequestSummaries;
import io.countersign.notify.content.RequestSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Requests as the approvals module would show them. */
public final class Requests {
    public static final UUID ID = UUID.fromString("11111111-2222-3333-4444-555555555555");
    static final Instant EXPIRES = Instant.parse("2026-11-22T15:00:00Z");
    public static final String DIGEST = "ab".repeat(32);

    public static final String AGREEMENT = "ef".repeat(32);

    private Requests() {}

    public static RequestView pending() {
        return request(Status.PENDING, "Block IP", "#soc", List.of(), null, "1");
    }

    public static RequestView pendingUntil(Instant expiry) {
        return request(Status.PENDING, "Block IP", "#soc", List.of(), null, "1", null, expiry);
    }

    public static RequestView named(String name) {
        return request(Status.PENDING, name, "#soc", List.of(), null, "1");
    }

    public static RequestView pendingWithoutChannel() {
        return request(Status.PENDING, "Block IP", null, List.of(), null, "1");
    }

    public static RequestView approvedBy(String person) {
        return request(Status.APPROVED, "Block IP", "#soc", List.of(vote(person, Verdict.APPROVE, null)), null, "2");
    }

    public static RequestView rejectedBy(String person, String why) {
        return request(Status.REJECTED, "Block IP", "#soc", List.of(vote(person, Verdict.REJECT, why)), why, "2");
    }

    public static RequestView expired() {
        return request(Status.EXPIRED, "Block IP", "#soc", List.of(), null, "2");
    }

    public static RequestView cancelled(String why) {
        return request(Status.CANCELLED, "Block IP", "#soc", List.of(), why, "2");
    }

    public static RequestView withCallback(String url) {
        return request(
                Status.APPROVED, "Block IP", "#soc", List.of(vote("alex", Verdict.APPROVE, null)), null, "2", url);
    }

    /** What those requests ask to agree to. */
    static AgreementView agreement(RequestView request, Entry... more) {
        List<Entry> entries = new ArrayList<>(List.of(
                Entry.value(Part.WHAT_RUNS, "Workflow", String.valueOf(request.workflowName())),
                Entry.code(Part.WHAT_RUNS, "Code", String.valueOf(request.effect())),
                Entry.value(Part.ON_WHAT, "Indicator", "203.0.113.9"),
                Entry.value(Part.WITH_WHAT, "Granted secrets", "FIREWALL_KEY")));
        entries.addAll(List.of(more));
        return new AgreementView(
                new AgreementDocument(entries),
                request.agreementSha256(),
                new AgreementComparison(Kind.WORKFLOW, null, null, List.of()));
    }

    public static RequestSummary story(RequestView request, Entry... more) {
        return RequestSummaries.of(request, agreement(request, more));
    }

    /** A pending request of such a risk, for such a reason. */
    public static RequestView pending(RiskLevel risk, String reason) {
        return request(Status.PENDING, "Block IP", "#soc", List.of(), null, "1", null, EXPIRES, risk, reason);
    }

    private static RequestView.Decision vote(String person, Verdict verdict, String comment) {
        return new RequestView.Decision(
                person, person, verdict, "approver", comment, Channel.REST, EXPIRES, null, Map.of(), true);
    }

    private static RequestView request(
            Status status,
            String name,
            String channel,
            List<RequestView.Decision> decisions,
            String resolution,
            String etag) {
        return request(status, name, channel, decisions, resolution, etag, null);
    }

    private static RequestView request(
            Status status,
            String name,
            String channel,
            List<RequestView.Decision> decisions,
            String resolution,
            String etag,
            String callbackUrl) {
        return request(status, name, channel, decisions, resolution, etag, callbackUrl, EXPIRES);
    }

    private static RequestView request(
            Status status,
            String name,
            String channel,
            List<RequestView.Decision> decisions,
            String resolution,
            String etag,
            String callbackUrl,
            Instant expiry) {
        return request(
                status,
                name,
                channel,
                decisions,
                resolution,
                etag,
                callbackUrl,
                expiry,
                RiskLevel.HIGH,
                "beacon <every> 60 s");
    }

    private static RequestView request(
            Status status,
            String name,
            String channel,
            List<RequestView.Decision> decisions,
            String resolution,
            String etag,
            String callbackUrl,
            Instant expiry,
            RiskLevel risk,
            String reason) {
        return new RequestView(
                ID,
                "APR-k3Jd82",
                Kind.WORKFLOW,
                UUID.fromString("99999999-2222-3333-4444-555555555555"),
                name,
                3,
                "cd".repeat(32),
                DIGEST,
                AGREEMENT,
                "class BlockIp {}",
                null,
                null,
                null,
                Map.of(),
                Map.of("type", "ip", "value", "203.0.113.9"),
                null,
                "agent",
                "maya",
                "maya",
                "triage-agent",
                reason,
                0.92,
                null,
                risk,
                ApprovalType.MANUAL,
                List.of(),
                null,
                1,
                null,
                List.of(),
                0,
                0,
                decisions,
                List.of(),
                List.of(),
                List.of(),
                true,
                null,
                status,
                EXPIRES.minusSeconds(3600),
                expiry,
                status == Status.PENDING ? null : EXPIRES.minusSeconds(60),
                resolution,
                null,
                false,
                null,
                null,
                null,
                channel,
                null,
                null,
                null,
                callbackUrl,
                null,
                etag);
    }
}
