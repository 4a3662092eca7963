package io.countersign.workflows;

import java.util.Map;

/**
 * A change of a workflow: only the fields present change; null resets a field to its default. Names and values as in
 * {@link NewWorkflow}.
 */
public record WorkflowPatch(Map<String, Object> fields) {}
