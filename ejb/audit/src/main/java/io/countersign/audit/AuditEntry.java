package io.countersign.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a module asks to have recorded.
 *
 * @param actor who did it: a person's user name, or {@code system} for the server itself
 * @param action dotted and in the past tense, such as {@code approval.vote_cast}
 * @param targetType what it was done to: {@code workflow}, {@code run}, {@code approval}, {@code api_key} …
 * @param targetId the target's id, or null where there is none
 * @param details ids, versions, digests, reasons, channel; JSON-like values only and never a secret or a token
 * @param organizationId the organization that the target belongs to, or null
 */
public record AuditEntry(
        String actor,
        String action,
        String targetType,
        @Nullable UUID targetId,
        Map<String, ?> details,
        @Nullable String organizationId) {

    /** Where the details say by which credential somebody acted. */
    static final String CREDENTIAL = "credential";

    public AuditEntry {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(targetType, "targetType");
        Objects.requireNonNull(details, "details");
    }

    /** The same with {@code details.credential}, unless the details have one. */
    AuditEntry by(Map<String, ?> credential) {
        if (credential.isEmpty() || details.containsKey(CREDENTIAL)) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.put(CREDENTIAL, credential);
        return new AuditEntry(actor, action, targetType, targetId, more, organizationId);
    }

    /** An entry that belongs to no organization. */
    public static AuditEntry of(
            String actor, String action, String targetType, @Nullable UUID targetId, Map<String, ?> details) {
        return new AuditEntry(actor, action, targetType, targetId, details, null);
    }
}
