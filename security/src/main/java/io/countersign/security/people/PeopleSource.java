package io.countersign.security.people;

import io.countersign.security.Person;
import java.util.Optional;
import java.util.Set;

/**
 * Where people come from: Keycloak, or a stand-in in tests. Every method but the first may take its time and throws a
 * {@link RuntimeException} when there is no answer.
 */
public interface PeopleSource {

    /** Whether there is one at all. */
    boolean isConfigured();

    /** Everybody with a role, now. */
    Snapshot fetch();

    /** The enabled user with that person id, as of now and without roles. */
    Optional<Person> user(String id);

    /** The realm roles of the user with that person id, those through groups and composites included. */
    Set<String> rolesOf(String id);

    /** The enabled user who is called so now, without roles. */
    Optional<Person> userNamed(String userName);

    /** The one enabled user with that user attribute {@code slack_user_id}, without roles. */
    Optional<Person> userOfSlack(String slackUserId);

    /** Whether there is a realm role of that name. */
    boolean isRole(String role);
}
