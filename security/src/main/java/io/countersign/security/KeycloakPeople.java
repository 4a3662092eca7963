package io.countersign.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.resource.GroupResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.RoleResource;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Reads the people of the realm through Keycloak's admin client, with a service account that may only look. */
@ApplicationScoped
class KeycloakPeople implements PeopleSource {

    private static final int STEP = 500;

    /** Keycloak's own roles that everybody has and that mean nothing to us. */
    private static final Set<String> MEANINGLESS = Set.of("offline_access", "uma_authorization");

    private final Settings settings;
    private final KeycloakLink link;
    private final PersonIds ids;
    private final Clock clock;

    @Inject
    KeycloakPeople(Settings settings, KeycloakLink link, PersonIds ids, Clock clock) {
        this.settings = settings;
        this.link = link;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected KeycloakPeople() {
        this.settings = null;
        this.link = null;
        this.ids = null;
        this.clock = null;
    }

    @Override
    public boolean isConfigured() {
        return settings.keycloakUrl().isPresent();
    }

    @Override
    public Snapshot fetch() {
        Instant asOf = clock.instant();
        RealmResource realm = link.realm();
        List<RoleRepresentation> roles = realm.roles().list();
        RealmGraph graph = new RealmGraph();
        for (RoleRepresentation role : roles) {
            if (role.isComposite()) {
                graph.composite(role.getName(), parts(realm, role.getName()));
            }
        }
        for (RoleRepresentation role : roles) {
            if (isMeaningful(graph, role.getName())) {
                members(realm, role.getName(), graph);
            }
        }
        Set<String> names = roles.stream().map(RoleRepresentation::getName).collect(Collectors.toSet());
        return new Snapshot(asOf, identified(graph.people()), names);
    }

    /** The default role, which everybody has, is worth its long list only if somebody composed it of roles that matter. */
    private boolean isMeaningful(RealmGraph graph, String role) {
        Set<String> brought = new HashSet<>(graph.brought(role));
        brought.removeAll(MEANINGLESS);
        brought.remove("default-roles-" + settings.realm());
        return !brought.isEmpty();
    }

    private static Set<String> parts(RealmResource realm, String role) {
        return realm.roles().get(role).getRealmRoleComposites().stream()
                .map(RoleRepresentation::getName)
                .collect(Collectors.toSet());
    }

    private static void members(RealmResource realm, String role, RealmGraph graph) {
        RoleResource resource = realm.roles().get(role);
        give(graph, role, all((from, count) -> resource.getUserMembers(false, from, count)));
        for (GroupRepresentation group : all((from, count) -> List.copyOf(resource.getRoleGroupMembers(from, count)))) {
            group(realm, group.getId(), role, graph, new HashSet<>());
        }
    }

    /** Whoever is in a group or below it has the group's roles. */
    private static void group(RealmResource realm, String id, String role, RealmGraph graph, Set<String> seen) {
        if (!seen.add(id)) {
            return;
        }
        GroupResource group = realm.groups().group(id);
        give(graph, role, all((from, count) -> group.members(from, count, false)));
        for (GroupRepresentation below : all((from, count) -> group.getSubGroups(from, count, true))) {
            group(realm, below.getId(), role, graph, seen);
        }
    }

    private static void give(RealmGraph graph, String role, List<UserRepresentation> users) {
        users.stream().filter(KeycloakPeople::isActive).forEach(user -> graph.give(role, person(user)));
    }

    private static <T> List<T> all(BiFunction<Integer, Integer, List<T>> page) {
        List<T> all = new java.util.ArrayList<>();
        while (true) {
            List<T> next = page.apply(all.size(), STEP);
            all.addAll(next);
            if (next.size() < STEP) {
                return all;
            }
        }
    }

    @Override
    public Optional<Person> bySlackUserId(String slackUserId) {
        // the query's own syntax would read a quote or a colon
        if (!slackUserId.matches("[A-Za-z0-9]{1,64}")) {
            return Optional.empty();
        }
        List<UserRepresentation> found =
                link.realm().users().searchByAttributes(0, 2, true, false, "slack_user_id:" + slackUserId).stream()
                        .filter(user -> slackUserId.equals(attribute(user, "slack_user_id")))
                        .toList();
        // two people behind one account would be nobody in particular
        return found.size() == 1 ? Optional.of(identified(person(found.get(0)))) : Optional.empty();
    }

    @Override
    public Optional<Person> byId(String id) {
        return ids.subjectOf(id).flatMap(this::bySubject).map(this::identified);
    }

    private Optional<Person> bySubject(String subject) {
        try {
            UserRepresentation user = link.realm().users().get(subject).toRepresentation();
            return isActive(user) ? Optional.of(person(user)) : Optional.empty();
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Person> byUserName(String userName) {
        return link.realm().users().searchByUsername(userName, true).stream()
                .filter(user -> userName.equals(UserNames.normal(user.getUsername())) && isActive(user))
                .map(user -> identified(person(user)))
                .findFirst();
    }

    private Person identified(Person user) {
        return user.called(ids.of(user.id(), user.userName()));
    }

    /** Users, found by subject, as persons, found by id. */
    private Map<String, Person> identified(Map<String, Person> users) {
        Map<String, String> names = new LinkedHashMap<>();
        users.forEach((subject, user) -> names.put(subject, user.userName()));
        Map<String, Person> people = new LinkedHashMap<>();
        ids.of(names)
                .forEach((subject, id) -> people.put(
                        id, Objects.requireNonNull(users.get(subject)).called(id)));
        return people;
    }

    private static boolean isActive(UserRepresentation user) {
        return Boolean.TRUE.equals(user.isEnabled()) && user.getServiceAccountClientId() == null;
    }

    /** With the user's subject in the place of the person's id. */
    private static Person person(UserRepresentation user) {
        String name = UserNames.normal(user.getUsername());
        String full = (text(user.getFirstName()) + " " + text(user.getLastName())).strip();
        return new Person(
                user.getId(),
                name,
                full.isEmpty() ? name : full,
                user.getEmail(),
                attribute(user, "slack_user_id"),
                Set.of(),
                attributes(user, "organization_id"));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String attribute(UserRepresentation user, String name) {
        List<String> values = attributes(user, name);
        return values.isEmpty() ? null : values.get(0);
    }

    private static List<String> attributes(UserRepresentation user, String name) {
        List<String> values =
                user.getAttributes() == null ? null : user.getAttributes().get(name);
        return values == null
                ? List.of()
                : values.stream().filter(value -> !value.isBlank()).distinct().toList();
    }
}
