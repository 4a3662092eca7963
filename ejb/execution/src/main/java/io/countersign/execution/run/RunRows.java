package io.countersign.execution.run;

import io.countersign.execution.CalledTool;
import io.countersign.execution.Run;
import io.countersign.execution.RunStatus;
import io.countersign.execution.killswitch.KillSwitchMatcher;
import io.countersign.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads rows of runs. */
final class RunRows {
    private RunRows() {}

    static QueuedRun job(ResultSet row) throws SQLException {
        return new QueuedRun(
                row.getObject("uuid", UUID.class),
                row.getObject("workflow_uuid", UUID.class),
                row.getString("workflow_name"),
                row.getString("trigger_type"),
                row.getString("requested_by"),
                needed(row.getString("trigger_context")),
                needed(row.getString("arguments")),
                row.getString("arguments_sha256"),
                row.getInt("code_version"),
                row.getString("sha256"),
                row.getString("binding_sha256"),
                (Integer) row.getObject("time_saved_minutes"),
                Sql.instant(row, "queued_at"),
                row.getObject("approval_request_uuid", UUID.class),
                row.getString("organization_id"),
                tool(row.getObject("mcp_server_uuid", UUID.class), row.getString("tool_name")));
    }

    private static @Nullable CalledTool tool(@Nullable UUID server, @Nullable String name) {
        return server == null || name == null ? null : new CalledTool(server, name);
    }

    static Set<String> askersNames(ResultSet row) throws SQLException {
        return KillSwitchMatcher.names(row.getString("requested_by"), needed(row.getString("trigger_context")));
    }

    static Run run(ResultSet row) throws SQLException {
        QueuedRun job = job(row);
        return new Run(
                job.uuid(),
                job.workflowUuid(),
                job.workflowName(),
                job.triggerType(),
                job.triggerContext(),
                job.codeVersion(),
                job.sha256(),
                RunStatus.of(row.getString("status")),
                row.getInt("attempt_count"),
                RunJson.logLines(row.getString("log")),
                RunJson.callLines(row.getString("http_calls")),
                RunJson.object(row.getString("result")),
                RunJson.object(row.getString("error")),
                row.getObject("duration_ms") instanceof Number millis ? Long.valueOf(millis.longValue()) : null,
                job.queuedAt(),
                Sql.instantOrNull(row, "started_at"),
                Sql.instantOrNull(row, "completed_at"),
                job.approvalRequestUuid(),
                job.organizationId(),
                job.kind().toString(),
                job.tool() == null ? null : job.tool().name(),
                job.tool() == null ? null : job.tool().server(),
                job.parameters());
    }

    private static java.util.Map<String, Object> needed(String json) {
        java.util.Map<String, Object> read = RunJson.object(json);
        return read == null ? java.util.Map.of() : read;
    }
}
