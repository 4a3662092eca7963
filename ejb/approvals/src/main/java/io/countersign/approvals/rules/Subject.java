package io.countersign.approvals.rules;

import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.Rule;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What policies look at in a request. */
public record Subject(
        @Nullable String toolName,
        @Nullable String actionType,
        @Nullable UUID workflowId,
        RiskLevel riskLevel,
        String triggerSource,
        @Nullable String organizationId,
        @Nullable Double confidence,
        Rule rule) {}
