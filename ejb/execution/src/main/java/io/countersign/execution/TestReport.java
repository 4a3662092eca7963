package io.countersign.execution;

import java.util.List;
import java.util.Map;

/** What a rehearsal gave. */
public record TestReport(
        boolean success,
        String message,
        Map<String, Object> data,
        List<Run.LogLine> log,
        List<Run.CallLine> httpCalls,
        long durationMs) {}
