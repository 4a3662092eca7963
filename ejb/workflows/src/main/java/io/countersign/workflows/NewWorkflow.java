package io.countersign.workflows;

import java.util.Map;

/**
 * A workflow to create: the writable fields by their contract names ({@code name}, {@code code} …) with plain JSON
 * values (String, Number, Boolean, List, Map, null). Absent and null mean the default. Every bad or unknown field is
 * named in one refusal.
 */
public record NewWorkflow(Map<String, Object> fields) {}
