package io.countersign.workflows;

import java.util.Map;

/**
 * The HTTP call that an {@code http_endpoint} workflow is.
 *
 * @param url absolute http or https URL
 * @param method upper-case HTTP method, POST by default
 * @param headers plain header values by header name
 * @param secretHeaders secret names by header name; the values are looked up when the run calls
 */
public record Endpoint(String url, String method, Map<String, String> headers, Map<String, String> secretHeaders) {
    public Endpoint {
        headers = Map.copyOf(headers);
        secretHeaders = Map.copyOf(secretHeaders);
    }
}
