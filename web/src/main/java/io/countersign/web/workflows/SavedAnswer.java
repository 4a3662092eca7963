package io.countersign.web.workflows;

import io.countersign.web.Answer;
import io.countersign.web.Api;
import io.countersign.web.Etag;
import io.countersign.workflows.SaveResult;
import io.countersign.workflows.Workflow;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** The answer to a save: the workflow as it is now, or the request that it waits for. */
final class SavedAnswer {

    private SavedAnswer() {}

    static Response of(SaveResult saved, Response.Status done) {
        if (saved instanceof SaveResult.Done now) {
            Workflow workflow = now.workflow();
            return Etag.tagged(Response.status(done), workflow.etag())
                    .header("Location", Api.ROOT + "/workflows/" + workflow.uuid())
                    .entity(Answer.one(workflow))
                    .build();
        }
        SaveResult.Pending pending = (SaveResult.Pending) saved;
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("status", "pending_approval");
        data.put("workflow_uuid", pending.workflowUuid());
        data.put("approval_request_uuid", pending.approvalRequestUuid());
        data.put("request_id", pending.requestNumber());
        data.put("expires_at", pending.expiresAt());
        return Response.accepted(Answer.one(data))
                .header("Location", Api.ROOT + "/workflow-approvals/" + pending.approvalRequestUuid())
                .build();
    }
}
