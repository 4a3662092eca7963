package io.countersign.client;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a workflow acts on. */
public record Indicator(
        String type,
        String value,
        @Nullable String malice,
        @Nullable Map<String, Object> enrichments) {}
