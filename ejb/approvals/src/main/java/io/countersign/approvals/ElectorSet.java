package io.countersign.approvals;

import io.countersign.approvals.rules.Electors;
import io.countersign.audit.CanonicalJson;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may count on a request before the reasons that lie in a person: holders of a role, and people by name. Requests with
 * the same set share one stored text, so that an inbox is found by an index.
 */
record ElectorSet(Set<String> roles, Set<String> people) {

    ElectorSet {
        roles = Set.copyOf(roles);
        people = Set.copyOf(people);
    }

    /** For {@code unanimous} the people are those fixed when asked; roles then play no part. */
    static ElectorSet of(Rule rule, Set<String> electorate) {
        return switch (rule.type()) {
            case UNANIMOUS -> new ElectorSet(Set.of(), electorate);
            case SINGLE -> new ElectorSet(Electors.roles(rule), Set.copyOf(rule.approvers()));
            case AUTO, MANUAL, MULTI, EMERGENCY -> new ElectorSet(Electors.roles(rule), Set.of());
        };
    }

    /** The same with holders of further roles. */
    ElectorSet with(Set<String> more) {
        Set<String> all = new TreeSet<>(roles);
        all.addAll(more);
        return new ElectorSet(all, people);
    }

    static ElectorSet read(String json) {
        Map<String, Object> map = CanonicalJson.parseObject(json);
        return new ElectorSet(Set.copyOf(Json.strings(map.get("roles"))), Set.copyOf(Json.strings(map.get("people"))));
    }

    String write() {
        return CanonicalJson.write(Map.of("roles", new TreeSet<>(roles), "people", new TreeSet<>(people)));
    }

    boolean includes(String person, Set<String> held) {
        return people.contains(person) || held.stream().anyMatch(roles::contains);
    }
}
