package io.countersign.client;

import java.util.List;
import java.util.Map;

/** Numbers for people. */
public record Summary(
        Map<String, Object> runs,
        long timeSavedMinutes,
        List<Map<String, Object>> topWorkflows,
        Map<String, Object> approvals) {}
