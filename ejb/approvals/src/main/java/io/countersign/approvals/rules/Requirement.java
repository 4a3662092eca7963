package io.countersign.approvals.rules;

import io.countersign.approvals.Rule;
import java.util.Set;

/**
 * A rule that a request has to meet besides its own.
 *
 * @param rule with person ids for the designated people
 * @param electorate for {@code unanimous}: the people whose agreement is needed, fixed when asked; empty otherwise
 */
public record Requirement(Rule rule, Set<String> electorate) {

    public Requirement {
        electorate = Set.copyOf(electorate);
    }
}
