package io.countersign.execution.run;

import io.countersign.execution.Run;
import io.countersign.execution.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a run ended, with all that is kept of it; free of secrets. */
public record RunCompletion(
        RunStatus status,
        int attempts,
        List<Run.LogLine> log,
        List<Run.CallLine> calls,
        @Nullable Map<String, Object> result,
        @Nullable Map<String, Object> error,
        @Nullable Instant startedAt,
        Instant completedAt) {

    /** Ended without having run. */
    public static RunCompletion unstarted(RunStatus status, String code, String message, Instant now) {
        return new RunCompletion(status, 0, List.of(), List.of(), null, error(code, message, 0), null, now);
    }

    public static Map<String, Object> error(String code, String message, int line) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", message);
        error.put("line", line > 0 ? line : null);
        return error;
    }

    @Nullable
    Long durationMs() {
        return startedAt == null
                ? null
                : Long.valueOf(Duration.between(startedAt, completedAt).toMillis());
    }

    /** The run's record, as it is stored. */
    Run of(QueuedRun job) {
        return new Run(
                job.uuid(),
                job.workflowUuid(),
                job.workflowName(),
                job.triggerType(),
                job.triggerContext(),
                job.codeVersion(),
                job.sha256(),
                status,
                attempts,
                log,
                calls,
                result,
                error,
                durationMs(),
                job.queuedAt(),
                startedAt,
                completedAt,
                job.approvalRequestUuid(),
                job.organizationId(),
                job.kind().toString(),
                job.tool() == null ? null : job.tool().name(),
                job.tool() == null ? null : job.tool().server(),
                job.parameters());
    }
}
