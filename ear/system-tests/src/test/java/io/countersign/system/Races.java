package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many deciders at the same instant; each database has to stand it. */
abstract class Races {
    private static final int ROUNDS = Integer.getInteger("countersign.races", 200);
    /** {@code -Dcountersign.crowds=200} is the long form. */
    private static final int CROWDS = Integer.getInteger("countersign.crowds", 3);

    private static final int READS = Integer.getInteger("countersign.reads", 100);
    private static final int READERS = 8;
    private static final int EDITS = Integer.getInteger("countersign.edits", 40);
    private static final int ASKERS = 6;
    private static final int DECIDERS = 100;
    private static final int LINKS = 40;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final TestServer house = house();
    private final TestUsers cast = TestUsers.of(house);
    /** How many votes counted by which channel. */
    private final Map<String, Integer> channels = new TreeMap<>();

    abstract TestServer house();

    /** The tokens of personal links, of different people, at most as many as wanted. */
    abstract List<String> links(String approval, int wanted) throws Exception;

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void ofTwoRacingDecisionsExactlyOneWinsAndNothingRunsTwice() throws Exception {
        String workflow = Fixtures.workflow(cast.author, Fixtures.unique("Race of two"), "");
        int approved = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String approval = Fixtures.ask(cast.agent, workflow, "198.51.100." + round % 250);
            List<Api.Answer> answers = atOnce(List.of(
                    () -> cast.alex.post(WhoMayDecideIT.path(approval, "approve"), "{}"),
                    () -> cast.blake.post(WhoMayDecideIT.path(approval, "reject"), "{\"reason\":\"no\"}")));
            long won = answers.stream().filter(answer -> answer.status() == 200).count();
            assertEquals(1, won, () -> answers.toString());
            answers.stream()
                    .filter(answer -> answer.status() != 200)
                    .forEach(answer -> answer.refused(409, "APPROVAL_ALREADY_DECIDED"));
            String status = Fixtures.approval(cast.author, approval).getString("status");
            assertEquals(answers.get(0).status() == 200 ? "approved" : "rejected", status);
            approved += status.equals("approved") ? 1 : 0;
        }
        long expected = approved;
        Await.until("all runs", () -> Fixtures.runsOf(cast.author, workflow) >= expected ? true : null);
        assertEquals(expected, Fixtures.runsOf(cast.author, workflow));
    }

    /** Readers never stop asking, so that some ask in the very moment of the commit. */
    @Test
    void whoeverReadsAfterADecisionSeesIt() throws Exception {
        String workflow = Fixtures.workflow(cast.author, Fixtures.unique("Read after decide"), "");
        for (int round = 0; round < READS; round++) {
            String approval = Fixtures.ask(cast.agent, workflow, "198.51.100.253");
            AtomicBoolean decided = new AtomicBoolean();
            List<Future<JsonObject>> readers = IntStream.range(0, READERS)
                    .mapToObj(i -> threads.submit(() -> {
                        while (!decided.get()) {
                            Fixtures.approval(cast.author, approval);
                        }
                        return Fixtures.approval(cast.author, approval);
                    }))
                    .toList();
            cast.alex.post(WhoMayDecideIT.path(approval, "approve"), "{}").expect(200);
            decided.set(true);
            for (Future<JsonObject> reader : readers) {
                JsonObject seen = reader.get();
                assertEquals("approved", seen.getString("status"), "round " + round);
                assertEquals(1, seen.getJsonArray("decisions").size(), "round " + round);
            }
        }
    }

    /**
     * Everybody has a key and votes twice; some hold a personal link too and follow it in the same instant; four sit at the
     * console with the page open, three of whom have a key as well.
     */
    @Test
    void aHundredDecidersByRestByLinkAndAtTheConsoleMakeOneOutcomeAndOneRun() throws Exception {
        List<Api> crowd = IntStream.range(0, DECIDERS)
                .mapToObj(i -> TestUsers.approver(house, "person" + i, "\"approver\""))
                .toList();
        List<Console> desks = Stream.of("alex", "blake", "casey", "drew")
                .map(user -> Console.of(house, user))
                .toList();
        String workflow = Fixtures.workflow(
                cast.author,
                Fixtures.unique("Crowd"),
                ",\"approval_type\":\"multi\",\"required_approvers\":3,\"required_rejections\":3,\"required_roles\":[\"approver\"]");
        int approved = 0;
        for (int round = 0; round < CROWDS; round++) {
            String approval = Fixtures.ask(cast.agent, workflow, "198.51.100.251");
            List<Callable<Boolean>> votes = new ArrayList<>();
            for (Api person : List.of(cast.alex, cast.blake, cast.casey)) {
                votes.add(byRest(person, approval, round % 2 == 0));
            }
            for (int i = 0; i < desks.size(); i++) {
                votes.add(atTheConsole(desks.get(i).open(approval), (i + round) % 2 == 0));
            }
            for (int i = 0; i < DECIDERS; i++) {
                Callable<Boolean> vote = byRest(crowd.get(i), approval, (i + round) % 2 == 0);
                votes.add(vote);
                votes.add(vote);
            }
            List<String> links = links(approval, LINKS);
            for (int i = 0; i < links.size(); i++) {
                votes.add(byLink(approval, links.get(i), (i + round) % 2 == 0));
            }
            approved += oneOutcome(approval, atOnce(votes)) ? 1 : 0;
        }
        long expected = approved;
        Await.until("all runs", () -> Fixtures.runsOf(cast.author, workflow) >= expected ? true : null);
        assertEquals(expected, Fixtures.runsOf(cast.author, workflow));
        System.getLogger("races")
                .log(
                        System.Logger.Level.INFO,
                        CROWDS + " rounds, " + approved + " approved, as many runs; counted by channel " + channels);
    }

    private static Callable<Boolean> byRest(Api person, String approval, boolean approve) {
        return approve
                ? () -> counted(person.post(WhoMayDecideIT.path(approval, "approve"), "{}"))
                : () -> counted(person.post(WhoMayDecideIT.path(approval, "reject"), "{\"reason\":\"no\"}"));
    }

    private static Callable<Boolean> atTheConsole(Console.Form form, boolean approve) {
        return () -> form.send(approve);
    }

    private static boolean counted(Api.Answer answer) {
        assertTrue(Set.of(200, 403, 409).contains(answer.status()), answer::toString);
        return answer.status() == 200;
    }

    private Callable<Boolean> byLink(String approval, String token, boolean approve) {
        String form = "token=" + token + "&comment=x&decision=" + (approve ? "approve" : "reject");
        return () -> counted(house.api(null).form("/v1/approvals/" + approval + "/decide", form));
    }

    /** Whether it was approved; whatever it was, it was that once, by as many people as it takes, each of them once. */
    private boolean oneOutcome(String approval, List<Boolean> answers) {
        long counted = answers.stream().filter(answer -> answer).count();
        JsonObject record = Fixtures.approval(cast.author, approval);
        boolean approved = record.getString("status").equals("approved");
        assertEquals(approved ? "approved" : "rejected", record.getString("status"));
        record.getJsonArray("decisions")
                .forEach(it -> channels.merge(it.asJsonObject().getString("channel"), 1, Integer::sum));
        assertEquals(3, record.getInt(approved ? "approvals_given" : "rejections_given"));
        assertTrue(record.getInt(approved ? "rejections_given" : "approvals_given") < 3);
        assertEquals(counted, record.getJsonArray("decisions").size(), "what was answered is what was counted");
        assertEquals(
                counted,
                record.getJsonArray("decisions").stream()
                        .map(it -> it.asJsonObject().getString("approver"))
                        .distinct()
                        .count());
        return approved;
    }

    /** Askers never stop asking, so that some ask in the very moment of the edit; what was shown to them is the risk. */
    @Test
    void noRequestOutlivesAnEditOfWhatItAskedFor() throws Exception {
        List<String> risks = List.of("medium", "high", "critical");
        String workflow = "";
        for (int edit = 0; edit < EDITS; edit++) {
            // risks only rise: another person would have to agree to less, and the edit would wait for them
            String risk = risks.get(edit % risks.size());
            if (edit % risks.size() == 0) {
                workflow = Fixtures.workflow(
                        cast.author, Fixtures.unique("Edited while asked"), ",\"risk_level\":\"low\"");
            }
            String asked = workflow;
            AtomicBoolean edited = new AtomicBoolean();
            CountDownLatch asking = new CountDownLatch(ASKERS);
            List<Future<Boolean>> askers = IntStream.range(0, ASKERS)
                    .mapToObj(i -> threads.submit(() -> {
                        while (!edited.get()) {
                            Fixtures.ask(cast.agent, asked, "198.51.100.254");
                            asking.countDown();
                        }
                        return true;
                    }))
                    .toList();
            asking.await();
            cast.author
                    .patch("/v1/workflows/" + workflow, "{\"risk_level\":\"" + risk + "\"}")
                    .expect(200);
            edited.set(true);
            for (Future<Boolean> asker : askers) {
                assertTrue(asker.get());
            }
            cast.author
                    .get("/v1/workflow-approvals?page_size=500&status=pending&workflow_uuid=" + workflow)
                    .expect(200)
                    .json()
                    .getJsonArray("data")
                    .forEach(it -> assertEquals(risk, it.asJsonObject().getString("risk_level")));
        }
    }

    @Test
    void ofManyClicksWithOneIdempotencyKeyOneRunIsMade() throws Exception {
        String workflow = Fixtures.workflow(cast.author, Fixtures.unique("Impatient"), ",\"approval_mode\":\"never\"");
        String key = Fixtures.unique("click");
        List<Callable<Api.Answer>> clicks = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            clicks.add(() -> cast.author.post(
                    "/v1/workflows/" + workflow + "/execute",
                    Fixtures.execute("198.51.100.252"),
                    Map.of("Idempotency-Key", key)));
        }
        List<Api.Answer> answers = atOnce(clicks);
        assertEquals(
                1,
                answers.stream()
                        .map(answer -> answer.expect(202).data().getString("run_uuid"))
                        .distinct()
                        .count());
        assertEquals(1, Fixtures.runsOf(cast.author, workflow));
    }

    private <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
        CyclicBarrier start = new CyclicBarrier(tasks.size());
        List<Future<T>> futures = new ArrayList<>();
        for (Callable<T> task : tasks) {
            futures.add(threads.submit(() -> {
                start.await();
                return task.call();
            }));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            results.add(future.get());
        }
        return results;
    }
}
