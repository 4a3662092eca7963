package io.countersign.sandbox;

import java.util.Map;

/**
 * What an integration's operation came to.
 *
 * @param success whether the provider agreed
 * @param message one sentence
 * @param data JSON-like data
 */
public record IntegrationReply(boolean success, String message, Map<String, Object> data) {}
