package io.countersign.web;

import io.countersign.approvals.SubmissionResult;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** 202: nothing has happened yet, people are being asked; the location is their request. */
public final class PendingAnswer {

    private PendingAnswer() {}

    public static Response of(SubmissionResult.Pending pending) {
        return of(pending, Map.of());
    }

    /** With further fields beside those of the contract. */
    public static Response of(SubmissionResult.Pending pending, Map<String, ?> more) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("status", "pending_approval");
        data.put("approval_request_uuid", pending.id());
        data.put("request_id", pending.requestNumber());
        data.put("expires_at", pending.expiresAt());
        data.putAll(more);
        return Response.accepted(Answer.one(data))
                .header("Location", Api.ROOT + "/workflow-approvals/" + pending.id())
                .build();
    }
}
