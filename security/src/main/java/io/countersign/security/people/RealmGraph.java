package io.countersign.security.people;

import io.countersign.security.Person;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Effective roles of users: a composite role includes the roles that it is composed of. */
public final class RealmGraph {

    private final Map<String, Set<String>> parts = new HashMap<>();
    private final Map<String, Set<String>> brought = new HashMap<>();
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, Set<String>> held = new HashMap<>();

    /** A composite role and the realm roles that it directly consists of. */
    public void composite(String role, Set<String> consistsOf) {
        parts.put(role, consistsOf);
        brought.clear();
    }

    /** The role and everything that it brings. */
    Set<String> brought(String role) {
        Set<String> known = brought.get(role);
        if (known == null) {
            known = closure(role);
            brought.put(role, known);
        }
        return known;
    }

    private Set<String> closure(String role) {
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
    public void give(String role, Person person) {
        people.putIfAbsent(person.id(), person);
        held.computeIfAbsent(person.id(), any -> new LinkedHashSet<>()).addAll(brought(role));
    }

    public Map<String, Person> people() {
        Map<String, Person> all = new LinkedHashMap<>();
        people.forEach((id, person) -> all.put(id, person.withRoles(held.getOrDefault(id, Set.of()))));
        return all;
    }
}
