package io.countersign.client;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line that a script logged. */
public record LogLine(
        Instant ts, String level, String message, @Nullable Map<String, Object> fields) {}
