package io.countersign.notify.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.notify.Databases;
import io.countersign.notify.DeliveryState;
import io.countersign.notify.NotificationQuery;
import io.countersign.notify.NotificationType;
import io.countersign.notify.Notifier;
import io.countersign.notify.OneTransaction;
import io.countersign.notify.delivery.Delivery;
import io.countersign.notify.delivery.DeliveryResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutboxTest {
    private static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");
    private static final Instant UNTIL = NOW.plusSeconds(3600);
    private static final Duration LEASE = Duration.ofMinutes(5);

    static Stream<DataSource> databases() throws Exception {
        return Stream.of(Databases.h2(), Databases.postgres());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aClaimedDeliveryIsNobodyElses(DataSource database) throws Exception {
        Outbox outbox = new Outbox(database);
        outbox.add(IntStream.range(0, 200).mapToObj(i -> news()).toList());
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            Callable<List<UUID>> greedy = () -> Stream.generate(() -> outbox.claim(7, NOW, LEASE))
                    .takeWhile(round -> !round.isEmpty())
                    .flatMap(List::stream)
                    .map(Delivery::id)
                    .toList();
            List<Future<List<UUID>>> claims = nodes.invokeAll(List.of(greedy, greedy, greedy, greedy));
            long claimed = 0;
            java.util.Set<UUID> distinct = new java.util.HashSet<>();
            for (Future<List<UUID>> claim : claims) {
                claimed += claim.get().size();
                distinct.addAll(claim.get());
            }
            // a round may come back empty when others were quicker, so not all need be claimed; none may be twice
            assertEquals(distinct.size(), claimed);
        } finally {
            nodes.shutdownNow();
        }
    }

    /** All due at the same instant, so that every claimer sees them in an order of its own. */
    @ParameterizedTest
    @MethodSource("databases")
    void claimersInTransactionsNeverWaitForEachOther(DataSource database) throws Exception {
        new Outbox(database).add(IntStream.range(0, 300).mapToObj(i -> news()).toList());
        ExecutorService nodes = Executors.newFixedThreadPool(6);
        try {
            Callable<List<UUID>> greedy = () -> {
                try (OneTransaction own = new OneTransaction(database)) {
                    List<UUID> mine = new java.util.ArrayList<>();
                    List<Delivery> round;
                    do {
                        round = new Outbox(own.source()).claim(5, NOW, LEASE);
                        own.commit();
                        round.forEach(one -> mine.add(one.id()));
                    } while (!round.isEmpty());
                    return mine;
                }
            };
            java.util.Set<UUID> distinct = new java.util.HashSet<>();
            long claimed = 0;
            for (Future<List<UUID>> claim : nodes.invokeAll(java.util.Collections.nCopies(6, greedy))) {
                claimed += claim.get().size();
                distinct.addAll(claim.get());
            }
            assertEquals(distinct.size(), claimed, "nobody's delivery is another one's");
            List<Delivery> left = new Outbox(database).claim(300, NOW, LEASE);
            assertEquals(300, claimed + left.size(), "and none is lost");
        } finally {
            nodes.shutdownNow();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aDeadPostmansDeliveryIsTakenUpAgain(DataSource database) {
        Outbox outbox = new Outbox(database);
        outbox.add(List.of(news()));
        Delivery first = outbox.claim(1, NOW, LEASE).get(0);
        assertTrue(outbox.claim(1, NOW.plusSeconds(299), LEASE).isEmpty());

        Delivery second = outbox.claim(1, NOW.plusSeconds(301), LEASE).get(0);

        assertEquals(2, second.attempts());
        DeliveryResult done = new DeliveryResult.Delivered("C1", "17.1");
        assertFalse(outbox.settle(first, DeliveryUpdate.of(first, done, UNTIL, NOW), NOW), "the first claim was lost");
        assertTrue(outbox.settle(second, DeliveryUpdate.of(second, done, UNTIL, NOW), NOW));
        assertEquals(
                DeliveryState.DELIVERED, outbox.find(second.id()).orElseThrow().state());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatFailedComesBackWhenItsPauseIsOver(DataSource database) {
        Outbox outbox = new Outbox(database);
        outbox.add(List.of(news()));
        Delivery tried = outbox.claim(1, NOW, LEASE).get(0);
        outbox.settle(tried, DeliveryUpdate.of(tried, new DeliveryResult.Failed("no answer", null), UNTIL, NOW), NOW);

        assertTrue(outbox.claim(1, NOW.plusSeconds(1), LEASE).isEmpty());
        Delivery again = outbox.claim(1, NOW.plusSeconds(2), LEASE).get(0);
        assertEquals(2, again.attempts());
        assertEquals("no answer", again.problem());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatFollowsIsWrittenWithTheOutcome(DataSource database) {
        Outbox outbox = new Outbox(database);
        outbox.add(List.of(news()));
        Delivery news = outbox.claim(1, NOW, LEASE).get(0);
        DeliveryResult spread =
                new DeliveryResult.Spread(List.of(news.toPerson("alex", NOW), news.toPlace("#soc", NOW)));
        outbox.settle(news, DeliveryUpdate.of(news, spread, UNTIL, NOW), NOW);

        List<Delivery> parts = outbox.claim(5, NOW, LEASE);
        assertEquals(2, parts.size());
        assertTrue(parts.stream().allMatch(Delivery::addressed));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void onlyTheDeadAreRevived(DataSource database) {
        Outbox outbox = new Outbox(database);
        outbox.add(List.of(news()));
        Delivery tried = outbox.claim(1, NOW, LEASE).get(0);
        assertFalse(outbox.revive(tried.id(), NOW));
        outbox.settle(
                tried,
                DeliveryUpdate.of(tried, new DeliveryResult.PermanentFailure("no such channel"), UNTIL, NOW),
                NOW);
        assertEquals(1, outbox.count(NotificationQuery.deadLetters()));
        assertEquals(
                "no such channel",
                outbox.page(NotificationQuery.deadLetters(), 0, 50).get(0).problem());

        assertTrue(outbox.revive(tried.id(), NOW));
        assertEquals(0, outbox.count(NotificationQuery.deadLetters()));
        assertEquals(1, outbox.claim(1, NOW, LEASE).get(0).attempts());
    }

    private static Delivery news() {
        return Delivery.toAll(Notifier.SLACK, NotificationType.ASKED, UUID.randomUUID(), NOW);
    }
}
