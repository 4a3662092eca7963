package io.countersign.execution;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the workflow acts on.
 *
 * @param type one of ip, domain, hash_md5, hash_sha1, hash_sha256, url, email, account
 * @param value in its normal form
 * @param malice what the caller thinks of it, null when not given
 * @param original the value as it was given, null when that is its normal form
 */
public record IndicatorInput(
        String type,
        String value,
        @Nullable String malice,
        Map<String, Object> enrichments,
        @Nullable String original) {

    /** One that was given in its normal form. */
    public IndicatorInput(String type, String value, @Nullable String malice, Map<String, Object> enrichments) {
        this(type, value, malice, enrichments, null);
    }
}
