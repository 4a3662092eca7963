package io.countersign.sandbox.cli;

import io.countersign.sandbox.json.SandboxJson;
import io.countersign.sandbox.mocks.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a case expects; what it does not mention may be anything. */
public final class Expectation {
    static final Expectation NONE = new Expectation(null);
    private static final Set<String> OUTCOMES = Set.of("success", "failed", "rejected", "timed_out", "limit", "error");

    private final Fields fields;

    private Expectation(Fields fields) {
        this.fields = fields;
    }

    static Expectation read(Object value) {
        Fields f = Fields.of(value, "expect", List.of("outcome", "code", "message", "data"));
        if (f.text("outcome") != null && !OUTCOMES.contains(f.text("outcome"))) {
            throw f.wrong("outcome", "one of success, failed, rejected, timed_out, limit, error");
        }
        f.text("code");
        f.text("message");
        return new Expectation(f);
    }

    /** What differs, one sentence each; empty if all is as expected. */
    public List<String> differences(CaseResult result) {
        List<String> found = new ArrayList<>();
        if (fields != null) {
            compare("outcome", result.outcome(), found);
            compare("code", result.code(), found);
            compare("message", result.message(), found);
            compare("data", result.data(), found);
        }
        return found;
    }

    private void compare(String field, Object actual, List<String> found) {
        if (fields.has(field) && !SandboxJson.equal(fields.raw(field), actual)) {
            found.add(field + " expected " + SandboxJson.write(fields.raw(field)) + " but was "
                    + SandboxJson.write(actual));
        }
    }
}
