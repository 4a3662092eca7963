package io.countersign.ui.workflows;

import java.util.List;

/**
 * One limit that a workflow may set for its runs.
 *
 * @param name its name in the contract
 * @param label what people read
 * @param hint what holds without it
 */
public record Limit(String name, String label, String hint) {

    static final List<Limit> ALL = List.of(
            new Limit("wall_ms", "Time of one attempt (ms)", "usually 10000"),
            new Limit("steps", "Loop turns and method calls", "usually 100000000000"),
            new Limit("allocated_bytes", "Memory allocated in sum (bytes)", "usually 536870912"),
            new Limit("depth", "Nested calls", "usually 5000"),
            new Limit("log_bytes", "Log in sum (bytes)", "usually 262144"),
            new Limit("http_calls", "HTTP requests, with retries", "usually 100"),
            new Limit("response_bytes", "One answer (bytes)", "usually 4194304"),
            new Limit("result_bytes", "Result (bytes)", "usually 262144"));

    /** The form's field, named as the door names it when it complains. */
    public String field() {
        return "limits." + name;
    }
}
