package io.countersign.security;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keycloak's people and the owners of keys as one crowd, found by name and by role. */
final class PeopleIndex {

    private final @Nullable Snapshot snapshot;
    private final List<ApiKey> keys;
    private final Map<String, Person> byName = new LinkedHashMap<>();
    private final Map<String, Set<Person>> byRole = new HashMap<>();

    PeopleIndex(@Nullable Snapshot snapshot, List<ApiKey> humanKeys) {
        this.snapshot = snapshot;
        this.keys = humanKeys;
        if (snapshot != null) {
            byName.putAll(snapshot.people());
        }
        for (ApiKey key : humanKeys) {
            byName.merge(key.owner(), owner(key), PeopleIndex::both);
        }
        for (Person person : byName.values()) {
            for (String role : person.roles()) {
                byRole.computeIfAbsent(role, any -> new LinkedHashSet<>()).add(person);
            }
        }
    }

    /** Whether this was made of just these; both come as the very same objects while nothing has changed. */
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(@Nullable Snapshot otherSnapshot, List<ApiKey> otherKeys) {
        return snapshot == otherSnapshot && keys == otherKeys;
    }

    Map<String, Person> byName() {
        return byName;
    }

    Set<Person> holders(String role) {
        return Set.copyOf(byRole.getOrDefault(role, Set.of()));
    }

    private static Person owner(ApiKey key) {
        return new Person(key.owner(), key.owner(), null, null, key.roles(), key.organizationId());
    }

    /** One person seen twice: what was said first counts, and the roles of both. */
    private static Person both(Person first, Person second) {
        Set<String> roles = new LinkedHashSet<>(first.roles());
        roles.addAll(second.roles());
        return new Person(
                first.userName(),
                first.displayName(),
                first.email(),
                first.slackUserId(),
                roles,
                first.organizationId() == null ? second.organizationId() : first.organizationId());
    }
}
