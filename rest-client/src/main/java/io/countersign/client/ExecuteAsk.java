package io.countersign.client;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A wish to execute; agents give reason and confidence. */
public record ExecuteAsk(
        Indicator indicator,
        @Nullable Map<String, Object> alert,
        @Nullable UUID alertUuid,
        @Nullable Map<String, Object> parameters,
        @Nullable String reason,
        @Nullable Double confidence,
        @Nullable String callbackUrl) {

    /** Without an address that the outcome is posted to. */
    public ExecuteAsk(
            Indicator indicator,
            @Nullable Map<String, Object> alert,
            @Nullable UUID alertUuid,
            @Nullable Map<String, Object> parameters,
            @Nullable String reason,
            @Nullable Double confidence) {
        this(indicator, alert, alertUuid, parameters, reason, confidence, null);
    }
}
