package io.countersign.client;

import java.util.Map;

/**
 * The envelope of one thing.
 *
 * @param meta empty today
 */
public record One<T>(T data, Map<String, Object> meta) {}
