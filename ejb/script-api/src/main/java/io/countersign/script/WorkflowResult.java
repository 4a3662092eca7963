package io.countersign.script;

import java.util.Map;

/**
 * What a run came to. The data are copied as plain JSON when the script returns: null, booleans, finite numbers, strings,
 * maps with string keys, collections, arrays, records, enums, {@code Optional}, {@code java.time} values and
 * {@code JsonValue}, to a depth of 32.
 */
public final class WorkflowResult {
    private final boolean success;
    private final String message;
    private final Map<String, ?> data;

    private WorkflowResult(boolean success, String message, Map<String, ?> data) {
        this.success = success;
        this.message = message;
        this.data = data;
    }

    /** It worked. */
    public static WorkflowResult ok(String message) {
        return new WorkflowResult(true, message, Map.of());
    }

    /** It worked, with data. */
    public static WorkflowResult ok(String message, Map<String, ?> data) {
        return new WorkflowResult(true, message, data);
    }

    /** It did not work. */
    public static WorkflowResult fail(String message) {
        return new WorkflowResult(false, message, Map.of());
    }

    /** It did not work, with data. */
    public static WorkflowResult fail(String message, Map<String, ?> data) {
        return new WorkflowResult(false, message, data);
    }

    /** Whether it worked. */
    public boolean success() {
        return success;
    }

    /** One sentence for people. */
    public String message() {
        return message;
    }

    /** The data as given; may be null if null was given. */
    public Map<String, ?> data() {
        return data;
    }
}
