package io.countersign.execution;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the workflow acts on.
 *
 * @param type one of ip, domain, hash_md5, hash_sha1, hash_sha256, url, email, account
 * @param malice what the caller thinks of it, null when not given
 */
public record Indicator(String type, String value, @Nullable String malice, Map<String, Object> enrichments) {}
