package io.countersign.security.people;

import io.countersign.security.Person;
import io.countersign.security.SecuritySettings;
import io.countersign.security.UserNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** The people of the realm, through Keycloak's admin client and a service account that may only look. */
@ApplicationScoped
public class KeycloakPeople implements PeopleSource {

    private final SecuritySettings settings;
    private final KeycloakLink link;
    private final RealmReader reader;
    private final PersonIds ids;
    private final Clock clock;

    @Inject
    public KeycloakPeople(
            SecuritySettings settings, KeycloakLink link, RealmReader reader, PersonIds ids, Clock clock) {
        this.settings = settings;
        this.link = link;
        this.reader = reader;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected KeycloakPeople() {
        this.settings = null;
        this.link = null;
        this.reader = null;
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
        RealmReader.Realm realm = reader.read();
        return new Snapshot(asOf, identified(realm.users()), realm.roles());
    }

    @Override
    public Optional<Person> user(String id) {
        return ids.subjectOf(id).flatMap(subject -> bySubject(subject, id));
    }

    private Optional<Person> bySubject(String subject, String id) {
        try {
            UserRepresentation user = link.realm().users().get(subject).toRepresentation();
            return RealmUser.isActive(user) ? Optional.of(RealmUser.person(user).called(id)) : Optional.empty();
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public Set<String> rolesOf(String id) {
        try {
            return ids.subjectOf(id).map(this::effectiveRoles).orElse(Set.of());
        } catch (NotFoundException e) {
            return Set.of();
        }
    }

    /** Keycloak itself follows groups, the groups above them and composite roles. */
    private Set<String> effectiveRoles(String subject) {
        return link.realm().users().get(subject).roles().realmLevel().listEffective().stream()
                .map(RoleRepresentation::getName)
                .filter(role -> !RealmReader.isMeaningless(role, settings.realm()))
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<Person> userNamed(String userName) {
        return link.realm().users().searchByUsername(userName, true).stream()
                .filter(user -> userName.equals(UserNames.normal(user.getUsername())) && RealmUser.isActive(user))
                .map(user -> identified(RealmUser.person(user)))
                .findFirst();
    }

    @Override
    public Optional<Person> userOfSlack(String slackUserId) {
        // the query's own syntax would read a quote or a colon
        if (!slackUserId.matches("[A-Za-z0-9]{1,64}")) {
            return Optional.empty();
        }
        List<UserRepresentation> found = link
                .realm()
                .users()
                .searchByAttributes(0, 2, true, false, RealmUser.SLACK_USER_ID + ":" + slackUserId)
                .stream()
                .filter(user -> slackUserId.equals(RealmUser.slackUserId(user)))
                .toList();
        // two people behind one account would be nobody in particular
        return found.size() == 1 ? Optional.of(identified(RealmUser.person(found.get(0)))) : Optional.empty();
    }

    @Override
    public boolean isRole(String role) {
        try {
            return link.realm().roles().get(role).toRepresentation() != null;
        } catch (NotFoundException e) {
            return false;
        }
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
}
