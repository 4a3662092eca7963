package io.countersign.execution;

import java.util.Map;

/**
 * Something that happened to a run, for people who watch.
 *
 * @param type {@code status}, {@code log}, {@code http} or {@code result}
 * @param data plain JSON, masked
 */
public record RunEvent(String type, Map<String, Object> data) {}
