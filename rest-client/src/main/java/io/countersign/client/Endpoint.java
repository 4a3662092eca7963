package io.countersign.client;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The HTTP call that a workflow of kind http_endpoint is. */
public record Endpoint(
        String url,
        @Nullable String method,
        @Nullable Map<String, String> headers,
        @Nullable Map<String, String> secretHeaders) {}
