package io.countersign.workflows;

import java.util.List;

/** The limits that a workflow may set for its runs. */
final class LimitNames {
    static final List<String> ALL = List.of(
            "wall_ms",
            "steps",
            "allocated_bytes",
            "depth",
            "log_bytes",
            "http_calls",
            "response_bytes",
            "result_bytes");

    private LimitNames() {}
}
