package io.countersign.execution;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rehearsal of a workflow with mocked HTTP: no byte leaves the machine.
 *
 * @param secrets values for the script's secrets, never the server's
 * @param mocks mocks in the case-file shape, in order; the other accepted shapes are translated when read
 */
public record TestRequest(
        Indicator indicator,
        @Nullable Map<String, Object> alert,
        Map<String, Object> parameters,
        Map<String, String> secrets,
        List<Map<String, Object>> mocks) {

    /** Reads the JSON body of a test call; every bad or unknown field is named in one refusal (422). */
    public static TestRequest of(Map<String, Object> body) {
        throw new UnsupportedOperationException();
    }
}
