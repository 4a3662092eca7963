package io.countersign.sandbox;

import java.util.List;
import java.util.Map;

/**
 * The answer to a try.
 *
 * @param status 100 to 599
 * @param headers names in any case, every value
 * @param body all bytes
 */
public record HttpReply(int status, Map<String, List<String>> headers, byte[] body) {}
