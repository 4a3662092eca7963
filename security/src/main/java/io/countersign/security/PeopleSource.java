package io.countersign.security;

import java.util.Optional;

/** Where people come from: Keycloak, or a stand-in in tests. */
interface PeopleSource {

    /** Whether there is one at all. */
    boolean isConfigured();

    /**
     * Everybody with a role, now.
     *
     * @throws RuntimeException if it does not answer
     */
    Snapshot fetch();

    /** Somebody who may have no role that matters, by the user attribute {@code slack_user_id}. */
    Optional<Person> bySlackUserId(String slackUserId);

    /** Somebody who may have no role that matters, by person id. */
    Optional<Person> byId(String id);

    /** Somebody who may have no role that matters, by name. */
    Optional<Person> byUserName(String userName);
}
