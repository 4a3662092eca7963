package io.countersign.approvals;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom to tell when nobody has decided for a while.
 *
 * @param afterSeconds counted from the moment of asking
 * @param roles realm roles whose holders are told too
 * @param channel channel that is told, if any
 * @param widen true when holders of these roles may decide from then on; false when they are told for their information
 */
public record EscalationStep(
        int afterSeconds, List<String> roles, @Nullable String channel, boolean widen) {
    public EscalationStep {
        roles = List.copyOf(roles);
    }

    /** A step that tells people and lets nobody decide who could not before. */
    public EscalationStep(int afterSeconds, List<String> roles, @Nullable String channel) {
        this(afterSeconds, roles, channel, false);
    }
}
