package io.countersign.execution.worker;

import io.countersign.execution.RunStatus;
import io.countersign.execution.run.RunCompletion;
import io.countersign.execution.run.RunHost;
import io.countersign.sandbox.RunOutcome;
import io.countersign.sandbox.RunOutcome.Cancelled;
import io.countersign.sandbox.RunOutcome.Errored;
import io.countersign.sandbox.RunOutcome.Failed;
import io.countersign.sandbox.RunOutcome.LimitExceeded;
import io.countersign.sandbox.RunOutcome.Rejected;
import io.countersign.sandbox.RunOutcome.Succeeded;
import io.countersign.sandbox.RunOutcome.TimedOut;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an outcome of the sandbox means for the run's record. */
public final class ExecutionWaiter {
    private ExecutionWaiter() {}

    /** Status, result and error, as they are recorded. */
    public record Verdict(
            RunStatus status,
            @Nullable Map<String, Object> result,
            @Nullable Map<String, Object> error) {}

    static RunCompletion finish(
            RunOutcome outcome, int attempts, RunHost host, ActiveRun active, Instant started, Instant completed) {
        Verdict verdict = verdict(outcome, active.reason());
        return new RunCompletion(
                verdict.status(),
                attempts,
                List.copyOf(host.log()),
                List.copyOf(host.calls()),
                verdict.result(),
                verdict.error(),
                started,
                completed);
    }

    public static Verdict verdict(RunOutcome outcome, String cancelReason) {
        if (outcome instanceof Succeeded done) {
            return new Verdict(RunStatus.SUCCESS, result(true, done.message(), done.data()), null);
        }
        if (outcome instanceof Failed failed) {
            String code = failed.code() == null ? "SCRIPT_FAILED" : failed.code();
            return new Verdict(
                    RunStatus.FAILED,
                    result(false, failed.message(), failed.data()),
                    RunCompletion.error(code, failed.message(), failed.line()));
        }
        if (outcome instanceof TimedOut late) {
            return error(RunStatus.TIMED_OUT, "TIMED_OUT", late.message(), late.line());
        }
        if (outcome instanceof LimitExceeded limit) {
            return error(RunStatus.FAILED, limit.code(), limit.message(), limit.line());
        }
        if (outcome instanceof Rejected rejected) {
            var first = rejected.findings().get(0);
            return error(RunStatus.FAILED, "WORKFLOW_CODE_INVALID", first.message(), first.line());
        }
        if (outcome instanceof Cancelled) {
            return error(RunStatus.CANCELLED, "CANCELLED", cancelReason, 0);
        }
        return error(RunStatus.FAILED, "SANDBOX_FAILED", ((Errored) outcome).message(), 0);
    }

    private static Verdict error(RunStatus status, String code, String message, int line) {
        return new Verdict(status, null, RunCompletion.error(code, message, line));
    }

    private static Map<String, Object> result(boolean success, String message, Map<String, Object> data) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("success", success);
        result.put("message", message);
        result.put("data", data);
        return result;
    }
}
