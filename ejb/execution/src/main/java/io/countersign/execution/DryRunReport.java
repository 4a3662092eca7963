package io.countersign.execution;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of a dry run.
 *
 * @param code why it failed ({@code HTTP_NOT_MOCKED}, {@code SCRIPT_EXCEPTION}, {@code LIMIT_…}), null on success
 */
public record DryRunReport(
        boolean success,
        String message,
        Map<String, Object> data,
        @Nullable String code,
        List<Run.LogLine> log,
        List<Run.CallLine> httpCalls,
        long durationMs) {}
