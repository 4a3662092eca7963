package io.countersign.sandbox.cli;

import io.countersign.sandbox.Finding;
import io.countersign.sandbox.HttpRecord;
import io.countersign.sandbox.LogLine;
import io.countersign.sandbox.RunOutcome;
import io.countersign.sandbox.json.SandboxJson;
import io.countersign.sandbox.mocks.MockHost;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a case came to, in the words of the {@code --json} line. */
public record CaseResult(
        String name,
        String outcome,
        String code,
        String message,
        Object data,
        List<Finding> errors,
        List<LogLine> log,
        List<HttpRecord> calls,
        List<String> unusedMocks,
        long millis) {

    static CaseResult of(String name, RunOutcome outcome, MockHost host) {
        if (outcome instanceof RunOutcome.Succeeded s) {
            return ran(name, "success", null, s.message(), s.data(), outcome, host);
        } else if (outcome instanceof RunOutcome.Failed f) {
            return ran(name, "failed", f.code(), f.message(), f.data(), outcome, host);
        } else if (outcome instanceof RunOutcome.TimedOut t) {
            return ran(name, "timed_out", "TIMED_OUT", t.message(), null, outcome, host);
        } else if (outcome instanceof RunOutcome.LimitExceeded l) {
            String at = l.line() > 0 ? " (line " + l.line() + ")" : "";
            return ran(name, "limit", l.code(), l.message() + at, null, outcome, host);
        } else if (outcome instanceof RunOutcome.Rejected r) {
            String words = r.findings().size() == 1 ? "1 finding" : r.findings().size() + " findings";
            return new CaseResult(
                    name,
                    "rejected",
                    "WORKFLOW_CODE_INVALID",
                    words,
                    null,
                    r.findings(),
                    List.of(),
                    List.of(),
                    host.unused(),
                    0);
        } else if (outcome instanceof RunOutcome.Cancelled) {
            return ran(name, "error", "CANCELLED", "the run was cancelled", null, outcome, host);
        }
        RunOutcome.Errored e = (RunOutcome.Errored) outcome;
        return ran(name, "error", "INTERNAL", e.message(), null, outcome, host);
    }

    private static CaseResult ran(
            String name, String word, String code, String message, Object data, RunOutcome outcome, MockHost host) {
        return new CaseResult(
                name,
                word,
                code,
                message,
                data,
                List.of(),
                host.lines(),
                host.calls(),
                host.unused(),
                outcome.spent().millis());
    }

    /** {@code asExpected}: null of a case that expects nothing. */
    String json(@Nullable Boolean asExpected) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("case", name);
        line.put("outcome", outcome);
        line.put("code", code);
        line.put("message", message);
        line.put("data", data);
        line.put("errors", errors.stream().map(CaseResult::finding).toList());
        line.put("log", log.stream().map(CaseResult::logLine).toList());
        line.put("http_calls", calls.stream().map(CaseResult::call).toList());
        line.put("duration_ms", millis);
        line.put("as_expected", asExpected);
        return SandboxJson.write(line);
    }

    static Map<String, Object> finding(Finding f) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("line", f.line());
        out.put("column", f.column());
        out.put("code", f.code());
        out.put("message", f.message());
        return out;
    }

    private static Map<String, Object> logLine(LogLine l) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("ts", l.at().toString());
        out.put("level", l.level());
        out.put("message", l.message());
        out.put("fields", l.fields());
        return out;
    }

    private static Map<String, Object> call(HttpRecord r) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("method", r.method());
        out.put("url", r.url());
        out.put("status", r.status());
        out.put("duration_ms", r.durationMillis());
        out.put("error", r.error());
        return out;
    }
}
