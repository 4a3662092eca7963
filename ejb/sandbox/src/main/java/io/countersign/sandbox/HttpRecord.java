package io.countersign.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * One try of a request for the record, secrets masked.
 *
 * @param method upper case
 * @param url the address
 * @param status null if no answer came
 * @param durationMillis how long it took
 * @param error why no answer came or why its redirect was not followed, else null
 */
public record HttpRecord(
        String method,
        String url,
        @Nullable Integer status,
        long durationMillis,
        @Nullable String error) {}
