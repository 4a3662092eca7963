package io.countersign.audit;

import io.countersign.kernel.CanonicalJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One sealed row of the record. {@code hash} is the SHA-256 (hex) of the canonical JSON of all the other fields, of which
 * {@code prevHash} is the hash of the row before; the first row's {@code prevHash} is 64 zeros.
 *
 * @param seq 1, 2, 3 … without gaps
 * @param at when it happened, to the microsecond
 */
public record AuditRow(
        long seq,
        Instant at,
        String actor,
        String action,
        String targetType,
        @Nullable UUID targetId,
        Map<String, Object> details,
        @Nullable String organizationId,
        String prevHash,
        String hash) {

    /** The row as the outside sees it (snake_case, times as RFC 3339): what the API answers and what exports hold. */
    public Map<String, @Nullable Object> wire() {
        Map<String, @Nullable Object> map = content();
        map.put("hash", hash);
        return map;
    }

    /** The hash that this row should carry. */
    String expectedHash() {
        return CanonicalJson.sha256(content());
    }

    AuditRow withHash(String sealed) {
        return new AuditRow(seq, at, actor, action, targetType, targetId, details, organizationId, prevHash, sealed);
    }

    private Map<String, @Nullable Object> content() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("seq", seq);
        map.put("at", at.toString());
        map.put("actor", actor);
        map.put("action", action);
        map.put("target_type", targetType);
        map.put("target_uuid", targetId == null ? null : targetId.toString());
        map.put("details", details);
        map.put("organization_id", organizationId);
        map.put("prev_hash", prevHash);
        return map;
    }
}
