package io.countersign.security.people;

import jakarta.ws.rs.NotFoundException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Many calls of Keycloak, some of them at a time. Lists come in pages: all first pages at once, then more and more pages of
 * those that go on. The whole is bounded in time, and the first failure ends it.
 */
final class RealmReading {

    /** So much at most in one answer. */
    static final int PAGE = 500;

    private static final int PAGES_AHEAD = 8;

    private final Executor threads;
    private final long end;
    private final AtomicBoolean over = new AtomicBoolean();

    /** One page of a list. */
    interface PageReader<T> {
        List<T> page(int first, int count);
    }

    RealmReading(Executor threads, Duration longest) {
        this.threads = threads;
        this.end = System.nanoTime() + longest.toNanos();
    }

    /** The answers to these questions, by the same keys. Whatever is gone meanwhile has no answer. */
    <K, V> Map<K, V> answers(Map<K, Supplier<V>> questions) {
        Map<K, CompletableFuture<List<V>>> asked = new LinkedHashMap<>();
        questions.forEach((key, question) -> asked.put(key, start(() -> List.of(question.get()))));
        Map<K, V> answers = new LinkedHashMap<>();
        asked.forEach((key, future) -> await(future).forEach(answer -> answers.put(key, answer)));
        return answers;
    }

    /** Whole lists, by the same keys. */
    <K, T> Map<K, List<T>> lists(Map<K, PageReader<T>> lists) {
        Map<K, List<T>> read = new LinkedHashMap<>();
        lists.keySet().forEach(key -> read.put(key, new ArrayList<>()));
        Map<K, PageReader<T>> open = lists;
        int first = 0;
        for (int pages = 1; !open.isEmpty(); pages = Math.min(PAGES_AHEAD, pages * 2)) {
            open = round(open, first, pages, read);
            first += pages * PAGE;
        }
        return read;
    }

    /** Reads that many pages of each list; answers the lists that go on. */
    private <K, T> Map<K, PageReader<T>> round(Map<K, PageReader<T>> open, int first, int pages, Map<K, List<T>> read) {
        Map<K, List<CompletableFuture<List<T>>>> asked = new LinkedHashMap<>();
        open.forEach((key, list) -> {
            List<CompletableFuture<List<T>>> ahead = new ArrayList<>();
            for (int page = 0; page < pages; page++) {
                int from = first + page * PAGE;
                ahead.add(start(() -> list.page(from, PAGE)));
            }
            asked.put(key, ahead);
        });
        Map<K, PageReader<T>> more = new HashMap<>();
        asked.forEach((key, ahead) -> {
            int last = 0;
            for (CompletableFuture<List<T>> page : ahead) {
                List<T> items = await(page);
                read.computeIfAbsent(key, any -> new ArrayList<>()).addAll(items);
                last = items.size();
            }
            PageReader<T> list = open.get(key);
            if (last == PAGE && list != null) {
                more.put(key, list);
            }
        });
        return more;
    }

    private <T> CompletableFuture<List<T>> start(Supplier<List<T>> call) {
        return CompletableFuture.supplyAsync(() -> over.get() ? List.of() : once(call), threads);
    }

    /** One hiccup in thousands of calls is not the end of them all. */
    private static <T> List<T> once(Supplier<List<T>> call) {
        try {
            return unlessGone(call);
        } catch (RuntimeException hiccup) {
            return unlessGone(call);
        }
    }

    private static <T> List<T> unlessGone(Supplier<List<T>> call) {
        try {
            return call.get();
        } catch (NotFoundException e) {
            return List.of();
        }
    }

    private <T> List<T> await(CompletableFuture<List<T>> future) {
        try {
            return future.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            over.set(true);
            throw new CompletionException(e.getCause());
        } catch (TimeoutException e) {
            over.set(true);
            throw new IllegalStateException("Keycloak took too long to tell who there is", e);
        } catch (InterruptedException e) {
            over.set(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the server stops", e);
        }
    }
}
