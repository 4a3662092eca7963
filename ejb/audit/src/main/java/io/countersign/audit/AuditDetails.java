package io.countersign.audit;

import io.countersign.kernel.CanonicalJson;
import java.util.Map;

/** Reads stored details so that a row that somebody tampered with can still be shown. */
final class AuditDetails {

    private AuditDetails() {}

    static Map<String, Object> read(String text) {
        try {
            return CanonicalJson.parseObject(text);
        } catch (IllegalArgumentException e) {
            return Map.of("unreadable", text);
        }
    }
}
