package io.countersign.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The people there are: Keycloak's users and the owners of live human keys. Knowledge of Keycloak is at most 60 seconds old while it
 * answers; while it does not, the last knowledge stands and {@link #knowledge} says so.
 */
@ApplicationScoped
public class Directory {

    /** Everybody who has the role, directly, through a group, through a composite role or on a live human key. */
    public Set<Person> holders(String role) {
        return Set.of();
    }

    /** The person of that user name. */
    public Optional<Person> person(String userName) {
        return Optional.empty();
    }

    /** The person behind a Slack account (user attribute {@code slack_user_id}). */
    public Optional<Person> bySlackUserId(String slackUserId) {
        return Optional.empty();
    }

    /** Whether a role of that name is known at all: to the server, to Keycloak, or on a live key. */
    public boolean isRole(String role) {
        return Roles.KNOWN.contains(role);
    }

    /** How old what this directory says may be. */
    public Knowledge knowledge() {
        return new Knowledge(false, Instant.EPOCH, true);
    }
}
