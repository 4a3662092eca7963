package io.countersign.sandbox.cli;

import io.countersign.sandbox.HttpRecord;
import io.countersign.sandbox.json.SandboxJson;
import io.countersign.sandbox.mocks.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a case expects; what it does not mention may be anything. */
public final class Expectation {
    static final Expectation NONE = new Expectation(null);
    private static final String HTTP_CALLS = "http_calls";
    private static final String EVERY_MOCK_USED = "every_mock_used";
    private static final List<String> FIELDS =
            List.of("outcome", "code", "message", "data", HTTP_CALLS, EVERY_MOCK_USED);
    private static final Set<String> OUTCOMES = Set.of("success", "failed", "rejected", "timed_out", "limit", "error");

    private final Fields fields;

    private Expectation(Fields fields) {
        this.fields = fields;
    }

    static Expectation read(Object value) {
        Fields f = Fields.of(value, "expect", FIELDS);
        if (f.text("outcome") != null && !OUTCOMES.contains(f.text("outcome"))) {
            throw f.wrong("outcome", "one of success, failed, rejected, timed_out, limit, error");
        }
        f.text("code");
        f.text("message");
        if (f.raw(HTTP_CALLS) instanceof List<?> calls) {
            for (int i = 0; i < calls.size(); i++) {
                call(f, i).text("url");
            }
        } else {
            f.whole(HTTP_CALLS, 0, 0, Integer.MAX_VALUE);
        }
        if (f.raw(EVERY_MOCK_USED) != null && !(f.raw(EVERY_MOCK_USED) instanceof Boolean)) {
            throw f.wrong(EVERY_MOCK_USED, "true or false");
        }
        return FIELDS.stream().anyMatch(f::has) ? new Expectation(f) : NONE;
    }

    private static Fields call(Fields f, int i) {
        return Fields.of(
                f.list(HTTP_CALLS).get(i), f.path(HTTP_CALLS) + "[" + i + "]", List.of("method", "url", "status"));
    }

    /** Whether anything is expected: a case that expects nothing is reported, and neither right nor wrong. */
    public boolean any() {
        return fields != null;
    }

    /** What differs, one sentence each; empty if all is as expected. */
    public List<String> differences(CaseResult result) {
        List<String> found = new ArrayList<>();
        if (fields != null) {
            compare("outcome", result.outcome(), found);
            compare("code", result.code(), found);
            compare("message", result.message(), found);
            compare("data", result.data(), found);
            compareCalls(result.calls(), found);
            if (Boolean.TRUE.equals(fields.raw(EVERY_MOCK_USED))) {
                result.unusedMocks().forEach(mock -> found.add(mock + " was not used"));
            }
        }
        return found;
    }

    private void compareCalls(List<HttpRecord> calls, List<String> found) {
        if (!fields.has(HTTP_CALLS)) {
            return;
        }
        boolean listed = fields.raw(HTTP_CALLS) instanceof List<?>;
        long expected = listed ? fields.list(HTTP_CALLS).size() : fields.whole(HTTP_CALLS, 0, 0, Integer.MAX_VALUE);
        if (expected != calls.size()) {
            found.add("http_calls expected " + expected + " but was " + calls.size()
                    + calls.stream()
                            .map(c -> c.method() + " " + c.url())
                            .collect(java.util.stream.Collectors.joining(", ", ": ", "")));
        }
        for (int i = 0; listed && i < Math.min(expected, calls.size()); i++) {
            compareCall(call(fields, i), calls.get(i), found);
        }
    }

    private static void compareCall(Fields expected, HttpRecord call, List<String> found) {
        compare(expected, "method", call.method(), found);
        compare(expected, "status", call.status(), found);
        String url = expected.text("url");
        if (url != null && !Fields.matches(url, call.url())) {
            found.add(expected.path("url") + " expected " + url + " but was " + call.url());
        }
    }

    private void compare(String field, Object actual, List<String> found) {
        compare(fields, field, actual, found);
    }

    private static void compare(Fields fields, String field, Object actual, List<String> found) {
        if (fields.has(field) && !SandboxJson.equal(fields.raw(field), actual)) {
            String path = fields.path(field).replaceFirst("^expect\\.", "");
            found.add(path + " expected " + SandboxJson.write(fields.raw(field)) + " but was "
                    + SandboxJson.write(actual));
        }
    }
}
