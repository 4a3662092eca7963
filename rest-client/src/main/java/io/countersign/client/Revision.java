package io.countersign.client;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changed inputs of a pending request. */
public record Revision(
        @Nullable Map<String, Object> indicator, @Nullable Map<String, Object> parameters, String comment) {}
