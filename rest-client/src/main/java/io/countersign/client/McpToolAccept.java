package io.countersign.client;

import org.jspecify.annotations.Nullable;

/**
 * Accepts a tool as it is listed.
 *
 * @param fingerprint of what was seen
 * @param mode {@code always} or {@code never}; null leaves what holds
 */
public record McpToolAccept(String fingerprint, @Nullable String mode) {}
