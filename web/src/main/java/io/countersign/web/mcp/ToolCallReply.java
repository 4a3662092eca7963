package io.countersign.web.mcp;

import io.countersign.approvals.RequestView;
import io.countersign.approvals.Status;
import io.countersign.execution.Run;
import io.countersign.execution.RunStatus;
import io.countersign.web.ErrorBody;
import io.countersign.web.JsonMapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client reads of a call: the server's result as it came, or how it stands with it. */
final class ToolCallReply {

    private static final String STATUS = "countersign/status";
    private static final String RUN = "countersign/run_uuid";

    private ToolCallReply() {}

    /** A call that is not made, or not yet. */
    static Map<String, Object> of(RequestView request) {
        boolean pending = request.status() == Status.PENDING;
        // an agreement that a kill switch keeps back is not the end
        String status = pending
                ? "pending_approval"
                : request.status() == Status.APPROVED
                        ? "running"
                        : request.status().toString();
        Map<String, @Nullable Object> said = state(status, request);
        if (!pending && request.resolutionReason() != null) {
            said.put("resolution_reason", request.resolutionReason());
        }
        return reply(said, status, null, !pending && request.status() != Status.APPROVED);
    }

    /**
     * A call that was made, or is being made.
     *
     * @param request by which people agreed to it, null where nobody was asked
     */
    static Map<String, Object> of(Run run, @Nullable RequestView request) {
        RunStatus status = run.status();
        if (!status.terminal()) {
            return reply(state("running", request), "running", run, false);
        }
        Object answer = run.result() == null ? null : run.result().get("data");
        if (answer instanceof Map<?, ?> result) {
            return asItCame(result, run);
        }
        Map<String, @Nullable Object> said = state(status.wire(), request);
        said.put("run_uuid", run.uuid().toString());
        if (run.error() != null) {
            said.put("error", run.error());
        }
        return reply(said, status.wire(), run, true);
    }

    private static Map<String, Object> asItCame(Map<?, ?> result, Run run) {
        Map<String, Object> reply = new LinkedHashMap<>();
        result.forEach((name, value) -> reply.put(String.valueOf(name), value));
        Map<String, Object> meta = new LinkedHashMap<>();
        if (result.get("_meta") instanceof Map<?, ?> theirs) {
            theirs.forEach((name, value) -> meta.put(String.valueOf(name), value));
            // ours are ours to say
            meta.keySet().removeIf(name -> name.startsWith("countersign/"));
        }
        meta.put(STATUS, run.status().wire());
        meta.put(RUN, run.uuid().toString());
        reply.put("_meta", meta);
        return reply;
    }

    /** A refusal is the tool's answer, with the code and message of the REST contract. */
    static Map<String, Object> refused(ErrorBody problem) {
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("code", problem.code());
        error.put("message", problem.message());
        error.put("details", problem.details());
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("error", error);
        return reply(said, "refused", null, true);
    }

    private static Map<String, @Nullable Object> state(String status, @Nullable RequestView request) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("status", status);
        if (request != null) {
            said.put("approval_request_uuid", request.uuid().toString());
            said.put("request_id", request.requestNumber());
            said.put("expires_at", request.expiresAt().toString());
        }
        return said;
    }

    private static Map<String, Object> reply(
            Map<String, @Nullable Object> said, String status, @Nullable Run run, boolean failed) {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put(STATUS, status);
        if (run != null) {
            meta.put(RUN, run.uuid().toString());
        }
        Object structured = JsonMapping.tree(said);
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("content", List.of(Map.of("type", "text", "text", JsonMapping.text(said))));
        reply.put("structuredContent", structured);
        reply.put("isError", failed);
        reply.put("_meta", meta);
        return reply;
    }
}
