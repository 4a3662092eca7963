package io.countersign.sandbox;

import java.time.Instant;
import java.util.Map;

/**
 * A line of a run's log, secrets already masked.
 *
 * @param at when
 * @param level debug, info, warn or error
 * @param message the text
 * @param fields JSON-like data
 */
public record LogLine(Instant at, String level, String message, Map<String, Object> fields) {}
