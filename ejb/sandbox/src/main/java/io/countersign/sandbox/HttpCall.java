package io.countersign.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One try of a request, as the script put it together; nothing in it has been checked yet.
 *
 * @param method upper case
 * @param url the whole address, query included
 * @param headers in the script's order; names may repeat
 * @param body empty if there is none
 * @param hasBody whether a body was set at all
 * @param timeout the longest wait, never longer than what is left of the run
 * @param maxResponseBytes reading more than this must fail with {@link HttpFailure.Kind#RESPONSE_TOO_LARGE}
 */
public record HttpCall(
        String method,
        String url,
        List<Map.Entry<String, String>> headers,
        byte[] body,
        boolean hasBody,
        Duration timeout,
        int maxResponseBytes) {}
