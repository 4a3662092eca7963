package io.countersign.security;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Who has which role in the end: a role brings the roles that it is composed of, whoever gave it. */
final class RealmGraph {

    private final Map<String, Set<String>> parts = new HashMap<>();
    private final Map<String, Person> people = new LinkedHashMap<>();

    /** A composite role and the realm roles that it directly consists of. */
    void composite(String role, Set<String> consistsOf) {
        parts.put(role, consistsOf);
    }

    /** The role and everything that it brings. */
    Set<String> brought(String role) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(role);
        while (!open.isEmpty()) {
            String next = open.remove();
            if (seen.add(next)) {
                open.addAll(parts.getOrDefault(next, Set.of()));
            }
        }
        return seen;
    }

    /** Somebody was given a role, directly or through a group. */
    void give(String role, Person person) {
        people.merge(person.id(), person.withRoles(brought(role)), (known, more) -> {
            Set<String> all = new LinkedHashSet<>(known.roles());
            all.addAll(more.roles());
            return known.withRoles(all);
        });
    }

    Map<String, Person> people() {
        return people;
    }
}
