package io.countersign.workflows;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of asking further people when nobody answers.
 *
 * @param afterSeconds counted from the moment of asking
 * @param roles realm roles asked in addition
 * @param channel notifier channel to use, null for the workflow's
 */
public record Escalation(int afterSeconds, List<String> roles, @Nullable String channel) {
    public Escalation {
        roles = List.copyOf(roles);
    }
}
