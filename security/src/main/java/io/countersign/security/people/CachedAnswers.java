package io.countersign.security.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keycloak's answers to one kind of question. The same question is under way once at a time, an answer is believed for a few
 * seconds, and the last one is kept for as long as there is no newer. Nobody is asked for a while after a failure.
 */
public final class CachedAnswers<T> {

    public static final Duration FRESH = Duration.ofSeconds(5);
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST = 20_000;

    private final Function<String, CompletableFuture<T>> question;
    private final DirectoryOutage outage;
    private final Clock clock;
    private final Map<String, Answer<T>> last = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<@Nullable Void>> underWay = new ConcurrentHashMap<>();

    /** @param asOf when the question was put: what it says was true then or later */
    public record Answer<T>(T value, Instant asOf) {

        /** Whether it tells more than a snapshot that was begun at that time. */
        public boolean isNewerThan(@Nullable Instant snapshot) {
            return snapshot == null || !asOf.isBefore(snapshot);
        }
    }

    CachedAnswers(Function<String, CompletableFuture<T>> question, DirectoryOutage outage, Clock clock) {
        this.question = question;
        this.outage = outage;
        this.clock = clock;
    }

    /** Sees to a fresh answer; the future ends when there is one, or when there will be none. It never fails. */
    public CompletableFuture<@Nullable Void> ask(String key) {
        Answer<T> known = last.get(key);
        Instant now = clock.instant();
        if (outage.isOn(now) || (known != null && now.isBefore(known.asOf().plus(FRESH)))) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<@Nullable Void> mine = new CompletableFuture<>();
        CompletableFuture<@Nullable Void> other = underWay.putIfAbsent(key, mine);
        if (other != null) {
            return other;
        }
        try {
            question.apply(key).whenComplete((value, failure) -> end(key, mine, now, value, failure));
        } catch (RejectedExecutionException e) {
            // too much is under way already: the last answer stands
            underWay.remove(key, mine);
            mine.complete(null);
        }
        return mine;
    }

    private void end(
            String key,
            CompletableFuture<@Nullable Void> mine,
            Instant asked,
            @Nullable T value,
            @Nullable Throwable failure) {
        if (failure != null) {
            outage.begin(clock.instant(), failure);
        } else if (value != null) {
            outage.end();
            makeRoom();
            last.put(key, new Answer<>(value, asked));
        }
        underWay.remove(key, mine);
        mine.complete(null);
    }

    private void makeRoom() {
        if (last.size() >= MOST) {
            Instant old = clock.instant().minus(KEPT);
            last.values().removeIf(answer -> answer.asOf().isBefore(old));
            if (last.size() >= MOST) {
                last.clear();
            }
        }
    }

    /** The last answer, however old. */
    @Nullable
    public Answer<T> last(String key) {
        return last.get(key);
    }

    boolean isEmpty() {
        return last.isEmpty();
    }

    /** The values of all answers that tell more than a snapshot of that time, with their questions. */
    public Stream<Map.Entry<String, T>> newerThan(@Nullable Instant snapshot) {
        return last.entrySet().stream()
                .filter(entry -> entry.getValue().isNewerThan(snapshot))
                .map(entry -> Map.entry(entry.getKey(), entry.getValue().value()));
    }
}
