package io.countersign.security.people;

import io.countersign.security.Person;
import io.countersign.security.UserNames;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.representations.idm.UserRepresentation;

/** What a user of the realm tells about the person. */
final class RealmUser {

    static final String SLACK_USER_ID = "slack_user_id";
    private static final String ORGANIZATION_ID = "organization_id";

    private RealmUser() {}

    /** Whether somebody can sign in as that user. */
    static boolean isActive(UserRepresentation user) {
        return Boolean.TRUE.equals(user.isEnabled()) && user.getServiceAccountClientId() == null;
    }

    /** With the user's subject in the place of the person's id, and without roles. */
    static Person person(UserRepresentation user) {
        String name = UserNames.normal(user.getUsername());
        String full = (text(user.getFirstName()) + " " + text(user.getLastName())).strip();
        return new Person(
                user.getId(),
                name,
                full.isEmpty() ? name : full,
                user.getEmail(),
                slackUserId(user),
                Set.of(),
                attributes(user, ORGANIZATION_ID));
    }

    static @Nullable String slackUserId(UserRepresentation user) {
        List<String> values = attributes(user, SLACK_USER_ID);
        return values.isEmpty() ? null : values.get(0);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static List<String> attributes(UserRepresentation user, String name) {
        List<String> values =
                user.getAttributes() == null ? null : user.getAttributes().get(name);
        return values == null
                ? List.of()
                : values.stream().filter(value -> !value.isBlank()).distinct().toList();
    }
}
