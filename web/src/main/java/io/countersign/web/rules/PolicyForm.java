package io.countersign.web.rules;

import io.countersign.approvals.Policy;
import io.countersign.approvals.PolicyDraft;
import io.countersign.approvals.PolicyFields;
import io.countersign.kernel.JsonFields;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A policy on the wire, both ways. */
final class PolicyForm {

    private PolicyForm() {}

    /** A whole body as a draft. */
    static PolicyDraft read(JsonFields form) {
        PolicyDraft draft = PolicyFields.read(form);
        form.refuse();
        return draft;
    }

    /** The policy as callers see it. */
    static Map<String, @Nullable Object> wire(Policy policy) {
        Map<String, @Nullable Object> wire = new LinkedHashMap<>();
        wire.put("uuid", policy.uuid());
        wire.putAll(writable(policy));
        wire.put("created_at", policy.createdAt());
        wire.put("updated_at", policy.updatedAt());
        return wire;
    }

    /** The fields that a caller may write, as a caller would write them. */
    static Map<String, Object> writable(Policy policy) {
        return PolicyFields.toMap(PolicyDraft.of(policy));
    }
}
