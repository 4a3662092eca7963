package io.countersign.client;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A rehearsal with mocks. */
public record TestAsk(
        Indicator indicator,
        @Nullable Map<String, Object> alert,
        @Nullable Map<String, Object> parameters,
        @Nullable Map<String, String> secrets,
        @Nullable List<Map<String, Object>> http,
        @Nullable Object integrations,
        @Nullable String clock) {

    /** With mocks alone, at the present. */
    public TestAsk(
            Indicator indicator,
            @Nullable Map<String, Object> alert,
            @Nullable Map<String, Object> parameters,
            @Nullable Map<String, String> secrets,
            @Nullable List<Map<String, Object>> http) {
        this(indicator, alert, parameters, secrets, http, null, null);
    }
}
