package io.countersign.security.people;

import io.countersign.security.ApiKey;
import io.countersign.security.Person;
import io.countersign.security.Roles;
import io.countersign.security.UserNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The people there are, found by id, by user name and by role: Keycloak's users, or without a Keycloak the owners of human keys.
 */
public final class PeopleIndex {

    private final @Nullable Snapshot snapshot;
    private final List<ApiKey> keys;
    private final boolean hasTwoHouseAdmins;
    private final Map<String, Person> byId = new LinkedHashMap<>();
    private final Map<String, Person> byName = new HashMap<>();
    private final Map<String, Set<Person>> byRole = new HashMap<>();
    private final Map<String, List<Person>> bySlack = new HashMap<>();

    /** @param keycloak whether there is a Keycloak, whose word then counts alone */
    public PeopleIndex(@Nullable Snapshot snapshot, List<ApiKey> humanKeys, boolean keycloak) {
        this.snapshot = snapshot;
        this.keys = humanKeys;
        if (snapshot != null) {
            byId.putAll(snapshot.people());
        }
        hasTwoHouseAdmins = keycloak
                && byId.values().stream().filter(PeopleIndex::isHouseAdmin).count() > 1;
        for (ApiKey key : humanKeys) {
            if (!keycloak || key.owner().equals(UserNames.BOOTSTRAP_ADMIN)) {
                byId.merge(key.owner(), owner(key, keycloak), PeopleIndex::both);
            }
        }
        for (Person person : byId.values()) {
            byName.put(person.userName(), person);
            if (person.slackUserId() != null) {
                bySlack.computeIfAbsent(person.slackUserId(), any -> new ArrayList<>())
                        .add(person);
            }
            for (String role : person.roles()) {
                byRole.computeIfAbsent(role, any -> new LinkedHashSet<>()).add(person);
            }
        }
        byRole.replaceAll((role, holders) -> Collections.unmodifiableSet(holders));
    }

    /** Whether this was made of just these; both come as the very same objects while nothing has changed. */
    @SuppressWarnings("ReferenceEquality")
    public boolean isOf(@Nullable Snapshot otherSnapshot, List<ApiKey> otherKeys) {
        return snapshot == otherSnapshot && keys == otherKeys;
    }

    public Map<String, Person> byId() {
        return byId;
    }

    public Map<String, Person> byName() {
        return byName;
    }

    public Set<Person> holders(String role) {
        return byRole.getOrDefault(role, Set.of());
    }

    public List<Person> bySlackUserId(String account) {
        return bySlack.getOrDefault(account, List.of());
    }

    /** When Keycloak said what is here; null where it has said nothing. */
    @Nullable
    public Instant asOf() {
        return snapshot == null ? null : snapshot.asOf();
    }

    /**
     * Whether Keycloak knows two enabled admins who belong to no organization: then the operator's key is needed no more as the
     * second one, whose holder may be the first.
     */
    public boolean hasTwoHouseAdmins() {
        return hasTwoHouseAdmins;
    }

    private static boolean isHouseAdmin(Person person) {
        return person.hasRole(Roles.SOC_ADMIN) && person.organizations().isEmpty();
    }

    /** The roles that the operator's key has of those on it, where there is a Keycloak. */
    public Set<String> operatorsAmong(Set<String> roles) {
        return roles.contains(Roles.SOC_ADMIN) && !hasTwoHouseAdmins ? Set.of(Roles.SOC_ADMIN) : Set.of();
    }

    private Person owner(ApiKey key, boolean keycloak) {
        return Person.named(
                key.owner(),
                keycloak ? operatorsAmong(key.roles()) : key.roles(),
                key.organizationId() == null ? List.of() : List.of(key.organizationId()));
    }

    /** The owner of two keys has the roles and the organizations of both. */
    private static Person both(Person first, Person second) {
        Set<String> roles = new LinkedHashSet<>(first.roles());
        roles.addAll(second.roles());
        Set<String> organizations = new LinkedHashSet<>(first.organizations());
        organizations.addAll(second.organizations());
        return new Person(
                first.id(),
                first.userName(),
                first.displayName(),
                first.email(),
                first.slackUserId(),
                roles,
                List.copyOf(organizations));
    }
}
