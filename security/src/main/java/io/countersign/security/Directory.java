package io.countersign.security;

import io.countersign.kernel.AnyCaller;
import io.countersign.kernel.ServerOnly;
import io.countersign.security.apikey.LiveKeys;
import io.countersign.security.people.CachedAnswers.Answer;
import io.countersign.security.people.DirectoryCache;
import io.countersign.security.people.LookUps;
import io.countersign.security.people.PeopleIndex;
import io.countersign.security.people.PeopleSource;
import io.countersign.security.people.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The people there are: Keycloak's users, or without a Keycloak the owners of live human keys. Lists of people are from a snapshot
 * that is renewed in the background. For those who decide, and whom somebody names, Keycloak is asked anew, and less than two
 * seconds are waited for its answer, for everybody together. While Keycloak does not answer, the last knowledge stands and {@link #knowledge}
 * says how old it is.
 */
@ServerOnly("rules judge people whom their caller may not see")
@ApplicationScoped
public class Directory {

    private final DirectoryCache snapshots;
    private final PeopleSource source;
    private final LookUps lookUps;
    private final LiveKeys keys;
    private volatile @Nullable PeopleIndex index;

    @Inject
    Directory(DirectoryCache snapshots, PeopleSource source, LookUps lookUps, LiveKeys keys) {
        this.snapshots = snapshots;
        this.source = source;
        this.lookUps = lookUps;
        this.keys = keys;
    }

    @SuppressWarnings("NullAway")
    protected Directory() {
        this(null, null, null, null);
    }

    /** Everybody who has the role, directly, through a group, through a composite role or on a live human key. */
    public Set<Person> holders(String role) {
        PeopleIndex people = people();
        Set<Person> listed = people.holders(role);
        if (!source.isConfigured()) {
            return listed;
        }
        Map<String, Optional<Person>> newer = lookUps.byId()
                .newerThan(people.asOf())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (newer.isEmpty()) {
            return listed;
        }
        Set<Person> holders = new LinkedHashSet<>();
        listed.stream().filter(person -> !newer.containsKey(person.id())).forEach(holders::add);
        newer.values()
                .forEach(found -> found.filter(person -> person.hasRole(role)).ifPresent(holders::add));
        return holders;
    }

    /**
     * Everybody who may change what belongs to no organization: holders of the role {@code soc-admin}, and where none of them is without an organization, the owner
     * of the key that the operator installs; without a Keycloak the owners of live human keys with the scope.
     */
    public Set<Person> admins() {
        Set<Person> admins = new LinkedHashSet<>(holders(Roles.SOC_ADMIN));
        PeopleIndex people = people();
        for (ApiKey key : keys.human()) {
            boolean counts = !source.isConfigured() || (isOperators(key.owner()) && !people.hasTwoHouseAdmins());
            Person owner = people.byId().get(key.owner());
            if (counts && owner != null && key.scopes().contains(Scopes.ADMIN)) {
                admins.add(owner);
            }
        }
        return admins;
    }

    /**
     * The roles that the operator's key has of those on it, where there is a Keycloak: {@code soc-admin} until somebody without an organization
     * has it, and then none. It still asks and administers, but agrees to nothing: its holder would count twice.
     */
    Set<String> operatorsAmong(Set<String> roles) {
        return people().operatorsAmong(roles);
    }

    /** The person with that id, roles included, as of a few seconds ago where Keycloak answers in time. Hold no lock. */
    public Optional<Person> byId(String id) {
        return Optional.ofNullable(byIds(List.of(id)).get(id));
    }

    /** Those who are there of the people with these ids, as {@link #byId}; all are asked for at the same time. */
    public Map<String, Person> byIds(Collection<String> ids) {
        if (source.isConfigured()) {
            lookUps.about(ids.stream().filter(id -> !isOperators(id)).toList(), lookUps.deadline());
        }
        Map<String, Person> found = new LinkedHashMap<>();
        ids.forEach(id -> known(id).ifPresent(person -> found.put(id, person)));
        return found;
    }

    /** The person with that id as far as is known, for lists and pages: waits for nobody. */
    public Optional<Person> known(String id) {
        PeopleIndex people = people();
        Answer<Optional<Person>> answer = source.isConfigured() ? lookUps.byId().last(id) : null;
        if (answer != null && answer.isNewerThan(people.asOf())) {
            return answer.value();
        }
        Person listed = people.byId().get(id);
        if (listed != null) {
            return Optional.of(listed);
        }
        if (answer == null && people.asOf() != null) {
            // nobody has asked about them yet: the next who wants to know will
            prepare(id);
        }
        // who was there a while ago and is not in a list of all who have roles has none
        return answer == null ? Optional.empty() : answer.value().map(person -> person.withRoles(Set.of()));
    }

    /** Begins to ask about somebody who may decide in a moment; returns at once. */
    public void prepare(String id) {
        if (source.isConfigured() && !isOperators(id)) {
            CompletableFuture<?> ignored = lookUps.byId().ask(id);
        }
    }

    /** Whoever has that user name now, roles included, as {@link #byId}. */
    public Optional<Person> byUserName(String userName) {
        String name = UserNames.normal(userName);
        PeopleIndex people = people();
        Person listed = people.byName().get(name);
        if (!source.isConfigured() || isOperators(name)) {
            return Optional.ofNullable(listed);
        }
        LookUps.Deadline deadline = lookUps.deadline();
        CompletableFuture<?> asked = lookUps.byName().ask(name);
        if (listed != null) {
            // most likely it still is the same person: ask for the roles meanwhile
            prepare(listed.id());
        }
        deadline.await(asked);
        Answer<Optional<Person>> answer = lookUps.byName().last(name);
        if (answer == null || (listed != null && !answer.isNewerThan(people.asOf()))) {
            return Optional.ofNullable(listed)
                    .flatMap(person -> known(person.id()))
                    .filter(person -> person.userName().equals(name));
        }
        return answer.value().flatMap(user -> withRoles(user, deadline));
    }

    /** The person behind a Slack account (user attribute {@code slack_user_id}), as {@link #byId}. */
    public Optional<Person> bySlackUserId(String slackUserId) {
        List<Person> listed = people().bySlackUserId(slackUserId);
        if (listed.size() > 1) {
            // two people behind one account would be nobody in particular
            return Optional.empty();
        }
        if (!source.isConfigured()) {
            return listed.stream().findFirst();
        }
        LookUps.Deadline deadline = lookUps.deadline();
        if (listed.isEmpty()) {
            deadline.await(lookUps.bySlack().ask(slackUserId));
            Answer<Optional<Person>> answer = lookUps.bySlack().last(slackUserId);
            return answer == null ? Optional.empty() : answer.value().flatMap(user -> withRoles(user, deadline));
        }
        return withRoles(listed.get(0), deadline).filter(person -> slackUserId.equals(person.slackUserId()));
    }

    /** Somebody just found by name or account: with roles where they are known, and nobody where known to have left. */
    private Optional<Person> withRoles(Person user, LookUps.Deadline deadline) {
        lookUps.about(List.of(user.id()), deadline);
        return hasHeardOf(user.id()) ? known(user.id()) : Optional.of(user);
    }

    /**
     * Whether there is a realm role of that name. Without a Keycloak, or before it has first answered, nobody can tell and any
     * name will do: a role that nobody holds decides nothing.
     */
    public boolean isRole(String role) {
        Optional<Snapshot> snapshot = snapshots.current();
        if (Roles.KNOWN.contains(role)
                || snapshot.isEmpty()
                || snapshot.get().roles().contains(role)) {
            return true;
        }
        // it may have been made a moment ago
        lookUps.deadline().await(lookUps.roles().ask(role));
        Answer<Boolean> answer = lookUps.roles().last(role);
        return answer != null && answer.value();
    }

    /** Whether anything is known about that person, be it that there is nobody; false while Keycloak has never answered. */
    public boolean hasHeardOf(String id) {
        return !source.isConfigured()
                || isOperators(id)
                || lookUps.byId().last(id) != null
                || people().byId().containsKey(id);
    }

    /** True while there is a Keycloak and it has never said anything about that person, nor who there is. */
    public boolean knowsNothingOf(String id) {
        return source.isConfigured()
                && snapshots.glimpse().asOf() == null
                && lookUps.byId().last(id) == null;
    }

    /** How old what this directory says of everybody may be. */
    @AnyCaller("an age, and of nobody in particular")
    public DirectoryFreshness knowledge() {
        return snapshots.knowledge();
    }

    /** The same without waiting for the very first knowledge. */
    public DirectoryFreshness glimpse() {
        return snapshots.glimpse();
    }

    private static boolean isOperators(String id) {
        return id.equals(UserNames.BOOTSTRAP_ADMIN);
    }

    private PeopleIndex people() {
        Snapshot snapshot = snapshots.current().orElse(null);
        List<ApiKey> live = keys.human();
        PeopleIndex people = index;
        if (people == null || !people.isOf(snapshot, live)) {
            people = new PeopleIndex(snapshot, live, source.isConfigured());
            index = people;
        }
        return people;
    }
}
