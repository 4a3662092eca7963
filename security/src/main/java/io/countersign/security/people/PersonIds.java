package io.countersign.security.people;

import io.countersign.security.SecuritySettings;
import io.countersign.security.UserNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives each user of the identity provider the id by which Countersign knows the person. A user is told by issuer and subject
 * (OpenID Connect Core, section 5.7): names may change, and may be given to somebody else later. The id is the user name at
 * first sight, or that with a part of the subject where the name is another person's id; it never changes again.
 */
@ApplicationScoped
public class PersonIds {

    private static final int SUBJECT_SHOWN = 8;

    private final PersonTable table;
    private final String issuer;
    private final Clock clock;
    private final Map<String, String> bySubject = new ConcurrentHashMap<>();
    private final Map<String, String> subjects = new ConcurrentHashMap<>();

    @Inject
    PersonIds(PersonTable table, SecuritySettings settings, Clock clock) {
        this.table = table;
        this.issuer = settings.keycloakUrl()
                .map(url -> Issuers.canonical(url, settings.realm()))
                .orElse("");
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected PersonIds() {
        this.table = null;
        this.issuer = "";
        this.clock = null;
    }

    /** The id of the user with that subject, who is called so now. */
    public String of(String subject, String userName) {
        String known = bySubject.get(subject);
        return known != null
                ? known
                : Objects.requireNonNull(of(Map.of(subject, userName)).get(subject));
    }

    /** The ids of many users at once, by subject. */
    public Map<String, String> of(Map<String, String> userNameBySubject) {
        Map<String, String> unknown = new LinkedHashMap<>(userNameBySubject);
        unknown.keySet().removeAll(bySubject.keySet());
        if (!unknown.isEmpty()) {
            Map<String, String> stored = table.ids(issuer, unknown.keySet());
            stored.forEach(this::remember);
            unknown.keySet().removeAll(stored.keySet());
            register(unknown);
        }
        Map<String, String> ids = new LinkedHashMap<>();
        userNameBySubject.keySet().forEach(subject -> ids.put(subject, bySubject.get(subject)));
        return ids;
    }

    /** The subject of the user who has that id; empty for who is known by a key alone. */
    public Optional<String> subjectOf(String id) {
        String known = subjects.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<String> stored = table.subject(issuer, id);
        stored.ifPresent(subject -> remember(subject, id));
        return stored;
    }

    private void remember(String subject, String id) {
        bySubject.put(subject, id);
        subjects.put(id, subject);
    }

    /** Many at once get their names as ids; whose name is another person's id gets another one. */
    private void register(Map<String, String> names) {
        if (names.size() > 1) {
            Map<String, String> first = new LinkedHashMap<>();
            names.forEach((subject, name) -> first.put(
                    subject, candidates(subject, UserNames.normal(name)).get(0)));
            table.add(first, issuer, names, clock.instant());
            table.ids(issuer, names.keySet()).forEach(this::remember);
        }
        names.forEach((subject, name) -> {
            if (!bySubject.containsKey(subject)) {
                remember(subject, register(subject, name));
            }
        });
    }

    private String register(String subject, String userName) {
        for (String candidate : candidates(subject, UserNames.normal(userName))) {
            table.add(Map.of(subject, candidate), issuer, Map.of(subject, userName), clock.instant());
            // whoever was first with the subject has named it, this node or another
            String id = table.ids(issuer, List.of(subject)).get(subject);
            if (id != null) {
                return id;
            }
        }
        throw new IllegalStateException("there is no id left for the user " + userName);
    }

    private static List<String> candidates(String subject, String name) {
        String shown = subject.length() <= SUBJECT_SHOWN ? subject : subject.substring(0, SUBJECT_SHOWN);
        String telling = name + "~" + shown;
        boolean taken = UserNames.isReserved(name) || name.equals(UserNames.BOOTSTRAP_ADMIN);
        return taken ? List.of(telling, subject) : List.of(name, telling, subject);
    }
}
