package io.countersign.ui.workflows;

import java.util.List;

/**
 * One limit that a workflow may set for its runs.
 *
 * @param name its name in the contract
 * @param label what people read
 * @param hint what holds without it
 */
public record LimitField(String name, String label, String hint) {

    static final List<LimitField> ALL = List.of(
            new LimitField("wall_ms", "Time of one attempt (ms)", "usually 10000"),
            new LimitField("steps", "Loop turns and method calls", "usually 100000000000"),
            new LimitField("allocated_bytes", "Memory allocated in sum (bytes)", "usually 536870912"),
            new LimitField("depth", "Nested calls", "usually 5000"),
            new LimitField("log_bytes", "Log in sum (bytes)", "usually 262144"),
            new LimitField("http_calls", "HTTP requests, with retries", "usually 100"),
            new LimitField("response_bytes", "One answer (bytes)", "usually 4194304"),
            new LimitField("result_bytes", "Result (bytes)", "usually 262144"));

    /** The form's field, named as the door names it when it complains. */
    public String field() {
        return "limits." + name;
    }
}
