package io.countersign.approvals.api;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The action that needs approval.
 *
 * @param actionName name of the tool, for instance {@code block_ip_address}
 * @param actionType class of action, for instance {@code CONTAINMENT}
 * @param riskLevel LOW, MEDIUM, HIGH or CRITICAL, in any case
 * @param description what it will do, in a sentence
 * @param arguments the arguments as text, for people
 * @param parameters the arguments as values; JSON-like
 */
public record ApprovalRequestDetails(
        String actionName,
        @Nullable String actionType,
        @Nullable String riskLevel,
        @Nullable String description,
        @Nullable String arguments,
        Map<String, Object> parameters)
        implements Serializable {

    public ApprovalRequestDetails {
        // null values are allowed in JSON, and so here
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
}
