package io.countersign.ui.requests;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.Channel;
import io.countersign.approvals.Kind;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.Status;
import io.countersign.approvals.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Requests to look at: an agent's wish to block an address, in every state. */
record Views(
        Kind kind,
        ApprovalType type,
        List<String> roles,
        Integer people,
        Map<String, Object> quorum,
        List<String> approvers,
        List<RequestView.Decision> decisions,
        Status status,
        String description,
        Map<String, Object> indicator) {

    static final Instant ASKED = Instant.parse("2026-11-22T12:00:00Z");

    static Views blockIp() {
        return new Views(
                Kind.WORKFLOW,
                ApprovalType.MANUAL,
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                Status.PENDING,
                null,
                Map.of("type", "ip", "value", "203.0.113.9"));
    }

    Views tool(String words) {
        return new Views(Kind.TOOL, type, roles, people, quorum, approvers, decisions, status, words, Map.of());
    }

    Views rule(ApprovalType of, Integer n, List<String> withRoles, List<String> named, Map<String, Object> places) {
        return new Views(kind, of, withRoles, n, places, named, decisions, status, description, indicator);
    }

    Views decided(Status end, String by, Verdict verdict) {
        RequestView.Decision decision = new RequestView.Decision(
                by, by, verdict, "approver", "fine", Channel.CONSOLE, ASKED.plusSeconds(60), null, Map.of(), true);
        return new Views(kind, type, roles, people, quorum, approvers, List.of(decision), end, description, indicator);
    }

    RequestView view() {
        return seenWith(null);
    }

    /** As somebody sees it who may not decide it for that reason. */
    RequestView seenWith(String barrier) {
        int given = (int) decisions.stream()
                .filter(decision -> decision.decision() == Verdict.APPROVE)
                .count();
        boolean tool = kind == Kind.TOOL;
        return new RequestView(
                UUID.randomUUID(),
                "APR-1",
                kind,
                tool ? null : UUID.randomUUID(),
                tool ? null : "Block IP",
                tool ? null : 3,
                tool ? null : "ab",
                "cd",
                "ef",
                null,
                tool ? "isolate_host" : null,
                null,
                description,
                Map.of(),
                indicator,
                null,
                "agent",
                "sam",
                "sam",
                "triage-agent",
                "seen in phishing",
                0.9,
                null,
                RiskLevel.HIGH,
                type,
                roles,
                people,
                1,
                quorum,
                approvers,
                given,
                decisions.size() - given,
                decisions,
                List.of(),
                List.of(),
                List.of(),
                false,
                barrier,
                status,
                ASKED,
                ASKED.plusSeconds(3600),
                status.terminal() ? ASKED.plusSeconds(60) : null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "1");
    }
}
