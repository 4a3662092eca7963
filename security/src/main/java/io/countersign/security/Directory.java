package io.countersign.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The people there are: Keycloak's users and the owners of live human keys. Knowledge of Keycloak is at most 60 seconds old while it
 * answers; while it does not, the last knowledge stands and {@link #knowledge} says so.
 */
@ApplicationScoped
public class Directory {

    private final KnownPeople known;
    private final PeopleSource source;
    private final LiveKeys keys;
    private volatile @Nullable PeopleIndex index;

    @Inject
    Directory(KnownPeople known, PeopleSource source, LiveKeys keys) {
        this.known = known;
        this.source = source;
        this.keys = keys;
    }

    @SuppressWarnings("NullAway")
    protected Directory() {
        this(null, null, null);
    }

    /** Everybody who has the role, directly, through a group, through a composite role or on a live human key. */
    public Set<Person> holders(String role) {
        return people().holders(role);
    }

    /** Everybody who may change the house: holders of the role {@code soc-admin}, and owners of live human keys with the scope. */
    public Set<Person> admins() {
        Set<Person> admins = new LinkedHashSet<>(holders(Roles.SOC_ADMIN));
        keys.human().stream().filter(key -> key.scopes().contains(Scopes.ADMIN)).forEach(key -> byId(key.owner())
                .ifPresent(admins::add));
        return admins;
    }

    /** The person with that id, roles included. */
    public Optional<Person> byId(String id) {
        return Optional.ofNullable(people().byId().get(id)).or(() -> asking(() -> source.byId(id)));
    }

    /** Whoever has that user name now, roles included. */
    public Optional<Person> byUserName(String userName) {
        String name = UserNames.normal(userName);
        return Optional.ofNullable(people().byName().get(name)).or(() -> asking(() -> source.byUserName(name)));
    }

    /** The person behind a Slack account (user attribute {@code slack_user_id}). */
    public Optional<Person> bySlackUserId(String slackUserId) {
        List<Person> behind = people().byId().values().stream()
                .filter(person -> slackUserId.equals(person.slackUserId()))
                .toList();
        // two people behind one account would be nobody in particular
        return switch (behind.size()) {
            case 0 -> asking(() -> source.bySlackUserId(slackUserId));
            case 1 -> Optional.of(behind.get(0));
            default -> Optional.empty();
        };
    }

    /**
     * Whether there is a realm role of that name. Without a Keycloak, or before it has first answered, nobody can tell and any
     * name will do: a role that nobody holds decides nothing.
     */
    public boolean isRole(String role) {
        if (Roles.KNOWN.contains(role)) {
            return true;
        }
        Optional<Snapshot> snapshot = known.current();
        if (snapshot.isEmpty() || snapshot.get().roles().contains(role)) {
            return true;
        }
        // it may have been made a moment ago
        known.refresh(true);
        return known.current().map(fresh -> fresh.roles().contains(role)).orElse(true);
    }

    /** Makes sure of not knowing anything older than a minute, where Keycloak answers. May take its time: hold no lock. */
    public void refresh() {
        known.current();
    }

    /** True while there is a Keycloak and it has never said who there is. */
    public boolean knowsNobody() {
        return source.isConfigured() && known.glimpse().asOf() == null;
    }

    /** How old what this directory says may be. */
    public Knowledge knowledge() {
        return known.knowledge();
    }

    /** The same without waiting for anybody; what is old is renewed in the background. */
    public Knowledge glimpse() {
        return known.glimpse();
    }

    private PeopleIndex people() {
        Snapshot snapshot = known.current().orElse(null);
        List<ApiKey> live = keys.human();
        PeopleIndex people = index;
        if (people == null || !people.isOf(snapshot, live)) {
            people = new PeopleIndex(snapshot, live, source.isConfigured());
            index = people;
        }
        return people;
    }

    private Optional<Person> asking(Supplier<Optional<Person>> question) {
        if (!source.isConfigured() || !known.knowledge().current()) {
            return Optional.empty();
        }
        try {
            return question.get();
        } catch (RuntimeException e) {
            // Keycloak is away: who was not known before is not known now
            return Optional.empty();
        }
    }
}
