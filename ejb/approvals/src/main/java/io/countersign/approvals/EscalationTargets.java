package io.countersign.approvals;

import io.countersign.security.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom an escalation step tells.
 *
 * @param people holders of the step's roles within the request's organization, without its parties
 * @param channel the step's channel, if any
 */
public record EscalationTargets(
        List<Person> people, @Nullable String channel) {
    public EscalationTargets {
        people = List.copyOf(people);
    }
}
