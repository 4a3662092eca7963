package io.countersign.security.people;

import io.countersign.security.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Questions about one person at a time, for whom the snapshot may be too old. They are put on threads of their own; whoever
 * wants the answer waits a bounded time for it, and afterwards goes by the last answer while the question goes on.
 */
@ApplicationScoped
public class LookUps {

    /** So long a caller waits for Keycloak, for all people together: who decides has an answer within two seconds. */
    static final Duration PATIENCE = Duration.ofMillis(1_500);

    /** So long while Keycloak is known to take longer than that: it would not have answered by then anyway. */
    private static final Duration WHILE_SLOW = Duration.ofMillis(100);

    /** Whom somebody wanted to know about lately is asked about before the next one wants to know, while Keycloak is slow. */
    private static final Duration LATELY = Duration.ofMinutes(10);

    private static final int MOST_RENEWED = 20;
    private static final int MOST_WANTED = 10_000;

    private final PeopleSource source;
    private final DirectoryThreads threads;
    private final Duration patience;
    private final Clock clock;
    private final Map<String, Instant> wanted = new ConcurrentHashMap<>();
    private final AtomicBoolean slow = new AtomicBoolean();
    private final CachedAnswers<Optional<Person>> byId;
    private final CachedAnswers<Optional<Person>> byName;
    private final CachedAnswers<Optional<Person>> bySlack;
    private final CachedAnswers<Boolean> roles;

    @Inject
    public LookUps(PeopleSource source, DirectoryThreads threads, Clock clock) {
        this(source, threads, clock, PATIENCE);
    }

    public LookUps(PeopleSource source, DirectoryThreads threads, Clock clock, Duration patience) {
        this.source = source;
        this.threads = threads;
        this.patience = patience;
        this.clock = clock;
        DirectoryOutage outage = new DirectoryOutage();
        this.byId = new CachedAnswers<>(this::person, outage, clock);
        this.byName = new CachedAnswers<>(name -> later(() -> source.userNamed(name)), outage, clock);
        this.bySlack = new CachedAnswers<>(account -> later(() -> source.userOfSlack(account)), outage, clock);
        this.roles = new CachedAnswers<>(role -> later(() -> source.isRole(role)), outage, clock);
    }

    @SuppressWarnings("NullAway")
    protected LookUps() {
        this.source = null;
        this.threads = null;
        this.patience = PATIENCE;
        this.clock = null;
        this.byId = null;
        this.byName = null;
        this.bySlack = null;
        this.roles = null;
    }

    /** What was answered about people by id: who is not there, is disabled or was never a user is empty. */
    public CachedAnswers<Optional<Person>> byId() {
        return byId;
    }

    /** What was answered about people by user name; they come without roles. */
    public CachedAnswers<Optional<Person>> byName() {
        return byName;
    }

    /** What was answered about people by Slack account; they come without roles. */
    public CachedAnswers<Optional<Person>> bySlack() {
        return bySlack;
    }

    /** What was answered about names of roles. */
    public CachedAnswers<Boolean> roles() {
        return roles;
    }

    /** A time by which a caller who begins to wait now goes on. */
    public Deadline deadline() {
        Duration wait = slow.get() && WHILE_SLOW.compareTo(patience) < 0 ? WHILE_SLOW : patience;
        return new Deadline(System.nanoTime() + wait.toNanos(), slow);
    }

    /** The same for something that says nothing about how long a look-up takes. */
    Deadline otherDeadline() {
        return new Deadline(System.nanoTime() + patience.toNanos(), new AtomicBoolean());
    }

    /** Sees to fresh answers about these people, all at the same time. */
    public void about(Collection<String> ids, Deadline deadline) {
        Instant now = clock.instant();
        ids.forEach(id -> wanted.put(id, now));
        deadline.await(CompletableFuture.allOf(ids.stream().map(byId::ask).toArray(CompletableFuture<?>[]::new)));
    }

    /** While Keycloak is slow: asks again about those who came last, so that what is known of them stays some seconds old. */
    void renew() {
        Instant then = clock.instant().minus(LATELY);
        if (wanted.size() > MOST_WANTED) {
            wanted.values().removeIf(when -> when.isBefore(then));
        }
        if (slow.get()) {
            wanted.entrySet().stream()
                    .filter(person -> person.getValue().isAfter(then))
                    .sorted(Map.Entry.<String, Instant>comparingByValue().reversed())
                    .limit(MOST_RENEWED)
                    .forEach(person -> byId.ask(person.getKey()));
        }
    }

    /** The user and the roles at the same time, so that it takes one call's time. */
    private CompletableFuture<Optional<Person>> person(String id) {
        long begun = System.nanoTime();
        CompletableFuture<Optional<Person>> user = later(() -> source.user(id));
        CompletableFuture<Set<String>> held = later(() -> source.rolesOf(id));
        return user.thenCombine(held, (found, its) -> {
            slow.set(System.nanoTime() - begun > patience.toNanos());
            return found.map(person -> person.withRoles(its));
        });
    }

    private <T> CompletableFuture<T> later(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, threads.lookUps());
    }

    /** Until when one caller waits, over all that it waits for. */
    public static final class Deadline {
        private final long end;
        private final AtomicBoolean slow;

        private Deadline(long end, AtomicBoolean slow) {
            this.end = end;
            this.slow = slow;
        }

        /** Waits for the end of that, but no longer than until the deadline. */
        public void await(CompletableFuture<?> answer) {
            try {
                @Nullable Object ignored = answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (TimeoutException e) {
                // the last answer stands
                slow.set(true);
            } catch (ExecutionException e) {
                throw new IllegalStateException("answers never fail", e);
            }
        }
    }
}
