package io.countersign.approvals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.kernel.Refusal;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many people at one request at once, on both databases: one outcome, one vote a person, one event. */
class RacesTest {

    private static final int PEOPLE = 16;
    private static final int ROUNDS = 12;
    /** {@code -Dcountersign.races=200} is the long form. */
    private static final int EXPIRY_ROUNDS = Integer.getInteger("countersign.races", 40);

    @Test
    void oneDecisionWinsOnH2() throws Exception {
        try (ApprovalsFixture house = new ApprovalsFixture(Tables.h2(), new ApprovalSettings(3600))) {
            race(house);
        }
    }

    @Test
    void oneDecisionWinsOnPostgres() throws Exception {
        try (EmbeddedPostgres postgres = start();
                ApprovalsFixture house = new ApprovalsFixture(
                        new Tables(postgres.getJdbcUrl("postgres", "postgres"), "postgres", ""),
                        new ApprovalSettings(3600))) {
            race(house);
        }
    }

    @Test
    void decidedOrExpiredAndNeverBothOnH2() throws Exception {
        try (ApprovalsFixture house = new ApprovalsFixture(Tables.h2(), new ApprovalSettings(3600))) {
            decideAgainstExpiry(house);
        }
    }

    @Test
    void decidedOrExpiredAndNeverBothOnPostgres() throws Exception {
        try (EmbeddedPostgres postgres = start();
                ApprovalsFixture house = new ApprovalsFixture(
                        new Tables(postgres.getJdbcUrl("postgres", "postgres"), "postgres", ""),
                        new ApprovalSettings(3600))) {
            decideAgainstExpiry(house);
        }
    }

    /** The hand of the clock reaches the expiry while somebody decides and the sweep goes round, in the same instant. */
    private static void decideAgainstExpiry(ApprovalsFixture house) throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(4);
        Map<String, Integer> ends = new TreeMap<>();
        try {
            for (int round = 0; round < EXPIRY_ROUNDS; round++) {
                UUID id = house.askedBy("rita", Rule.manual());
                String token = house.token(id, "bob");
                Instant expires = house.see(id).expiresAt();
                house.pass(Duration.between(house.clock.instant(), expires).minusNanos(1000));
                Map<String, Integer> words = together(
                        crowd,
                        List.of(
                                () -> word(() -> house.approve(id, "ann")),
                                () -> word(() -> house.byToken(id, token, Verdict.APPROVE, null)),
                                () -> {
                                    house.pass(Duration.ofNanos(1000));
                                    return "the time is over";
                                },
                                () -> {
                                    house.sweep();
                                    return "swept";
                                }));
                house.sweep();
                Status end = house.see(id).status();
                assertTrue(Set.of(Status.APPROVED, Status.EXPIRED).contains(end), () -> end + " after " + words);
                assertEquals(end == Status.APPROVED ? 1 : 0, words.getOrDefault("APPROVED", 0), words.toString());
                assertEquals(1, decided(house, id), "it ends once");
                assertTrue(house.events.fired.contains(new RequestDecided(id, Kind.WORKFLOW, end)));
                house.see(id)
                        .decisions()
                        .forEach(vote -> assertTrue(vote.decidedAt().isBefore(expires), vote.toString()));
                assertEquals(
                        end == Status.APPROVED ? 1 : 0,
                        house.see(id).decisions().size());
                ends.merge(end.name(), 1, Integer::sum);
            }
        } finally {
            crowd.shutdown();
        }
        System.getLogger("races").log(System.Logger.Level.INFO, "decide against expiry: " + ends);
    }

    private static EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "100")
                .start();
    }

    private static void race(ApprovalsFixture house) throws Exception {
        for (int i = 0; i < PEOPLE; i++) {
            house.people.with("p" + i, "approver");
        }
        ExecutorService crowd = Executors.newFixedThreadPool(PEOPLE);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                approveAgainstReject(house, crowd);
                threeOfMany(house, crowd);
            }
        } finally {
            crowd.shutdown();
        }
    }

    private static void approveAgainstReject(ApprovalsFixture house, ExecutorService crowd) throws Exception {
        UUID id = house.askedBy("rita", Rule.manual());
        String token = house.token(id, "p3");
        List<Callable<String>> attempts = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            String name = "p" + i;
            boolean approve = i % 2 == 0;
            attempts.add(
                    i == 3
                            ? () -> word(() -> house.byToken(id, token, Verdict.APPROVE, null))
                            : () -> word(() -> approve ? house.approve(id, name) : house.reject(id, name, "no")));
        }
        Map<String, Integer> words = together(crowd, attempts);
        RequestView view = house.see(id);
        assertEquals(1, words.get(view.status().name()), words.toString());
        assertEquals(1, view.decisions().size());
        assertEquals(
                PEOPLE - 1, words.getOrDefault("APPROVAL_ALREADY_DECIDED", 0) + words.getOrDefault("FORBIDDEN", 0));
        assertEquals(1, decided(house, id));
    }

    private static void threeOfMany(ApprovalsFixture house, ExecutorService crowd) throws Exception {
        UUID id = house.askedBy("rita", ApprovalsFixture.multi(3, "approver"));
        List<Callable<String>> attempts = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            String name = "p" + i % (PEOPLE / 2);
            attempts.add(() -> word(() -> house.approve(id, name)));
        }
        Map<String, Integer> words = together(crowd, attempts);
        RequestView view = house.see(id);
        assertEquals(Status.APPROVED, view.status());
        assertEquals(3, view.approvalsGiven());
        assertEquals(
                3,
                view.decisions().stream()
                        .map(RequestView.Decision::approver)
                        .distinct()
                        .count());
        assertEquals(1, words.get("APPROVED"), words.toString());
        assertEquals(2, words.get("PENDING"), words.toString());
        assertEquals(1, decided(house, id));
    }

    private static long decided(ApprovalsFixture house, UUID id) {
        return house.events.fired.stream()
                .filter(event ->
                        event instanceof RequestDecided decided && decided.id().equals(id))
                .count();
    }

    private static Map<String, Integer> together(ExecutorService crowd, List<Callable<String>> attempts)
            throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<String>> answers = new ArrayList<>();
        for (Callable<String> attempt : attempts) {
            answers.add(crowd.submit(() -> {
                start.await();
                return attempt.call();
            }));
        }
        start.countDown();
        Map<String, Integer> words = new TreeMap<>();
        for (Future<String> answer : answers) {
            words.merge(answer.get(), 1, Integer::sum);
        }
        assertTrue(words.values().stream().mapToInt(count -> count).sum() == attempts.size());
        return words;
    }

    private static String word(Callable<RequestView> attempt) throws Exception {
        try {
            return attempt.call().status().name();
        } catch (Refusal refusal) {
            return refusal.code().name();
        }
    }
}
