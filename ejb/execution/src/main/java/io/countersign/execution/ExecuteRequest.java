package io.countersign.execution;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wish to execute a workflow. The trigger source is not in it: it comes from the caller's key.
 *
 * @param alert plain JSON object handed to the script, null when there is none
 * @param confidence 0..1, required of agents
 */
public record ExecuteRequest(
        Indicator indicator,
        @Nullable Map<String, Object> alert,
        @Nullable UUID alertUuid,
        Map<String, Object> parameters,
        @Nullable String reason,
        @Nullable Double confidence) {

    /**
     * Reads the JSON body of an execute call ({@code indicator} object or {@code indicator_type} and {@code
     * indicator_value}); every bad or unknown field is named in one refusal (422).
     */
    public static ExecuteRequest of(Map<String, Object> body) {
        throw new UnsupportedOperationException();
    }
}
