package io.countersign.client;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a rehearsal gave. */
public record TestReport(
        boolean success,
        String message,
        @Nullable Map<String, Object> data,
        @Nullable String code,
        List<LogLine> log,
        List<HttpCall> httpCalls,
        long durationMs) {}
