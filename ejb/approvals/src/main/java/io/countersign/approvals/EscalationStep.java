package io.countersign.approvals;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom to tell when nobody has decided for a while.
 *
 * @param afterSeconds counted from the moment of asking
 * @param roles realm roles whose holders are told too
 * @param channel channel that is told, if any
 */
public record EscalationStep(
        int afterSeconds, List<String> roles, @Nullable String channel) {
    public EscalationStep {
        roles = List.copyOf(roles);
    }
}
