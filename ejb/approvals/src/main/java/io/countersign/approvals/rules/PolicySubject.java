package io.countersign.approvals.rules;

import io.countersign.approvals.Reach;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.Rule;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What policies look at in a request.
 *
 * @param actionType as its asker states it
 * @param reach what it may get at, and which action types the operator has given it
 */
public record PolicySubject(
        @Nullable String toolName,
        @Nullable String actionType,
        @Nullable UUID workflowId,
        RiskLevel riskLevel,
        String triggerSource,
        @Nullable String organizationId,
        @Nullable Double confidence,
        Rule rule,
        Reach reach) {

    /** Of something that gets at nothing that policies know of. */
    public PolicySubject(
            @Nullable String toolName,
            @Nullable String actionType,
            @Nullable UUID workflowId,
            RiskLevel riskLevel,
            String triggerSource,
            @Nullable String organizationId,
            @Nullable Double confidence,
            Rule rule) {
        this(
                toolName,
                actionType,
                workflowId,
                riskLevel,
                triggerSource,
                organizationId,
                confidence,
                rule,
                Reach.NOTHING);
    }
}
