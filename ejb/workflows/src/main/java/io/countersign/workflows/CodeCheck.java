package io.countersign.workflows;

import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import io.countersign.workflows.CodeCheckReport.CodeError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Checks scripts when a workflow is saved, and translates the sandbox's findings. */
@ApplicationScoped
class CodeCheck {
    private final ScriptSandbox sandbox;

    @Inject
    CodeCheck(ScriptSandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected CodeCheck() {
        this(null);
    }

    CodeCheckReport check(String code) {
        List<CodeError> errors = sandbox.sandbox().check(code).findings().stream()
                .map(finding -> new CodeError(finding.line(), finding.column(), finding.code(), finding.message()))
                .toList();
        return new CodeCheckReport(errors.isEmpty(), errors);
    }

    /** What the code would reach outside of itself, one line each; empty when that is not known. */
    List<String> outline(String code) {
        return sandbox.sandbox().check(code).outline().lines();
    }

    /** Refuses (400) code that must not be saved, with every finding. */
    void require(String code) {
        CodeCheckReport report = check(code);
        if (!report.valid()) {
            throw refusal(report);
        }
    }

    private static Refusal refusal(CodeCheckReport report) {
        List<Map<String, Object>> errors = wire(report);
        CodeError first = report.errors().get(0);
        return new Refusal(
                ErrorCode.WORKFLOW_CODE_INVALID,
                errors.size() + (errors.size() == 1 ? " finding" : " findings") + "; the first, in line " + first.line()
                        + ": " + first.message(),
                Map.of("errors", errors));
    }

    /** The findings as an error's details show them. */
    static List<Map<String, Object>> wire(CodeCheckReport report) {
        return report.errors().stream()
                .map(e -> Map.<String, Object>of(
                        "line", e.line(), "column", e.column(), "code", e.code(), "message", e.message()))
                .toList();
    }
}
