package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Between the opening of the port and the application's first answer. */
class StartingIT {
    private static final String THERE = "401 UNAUTHORIZED";
    private static final String COME_BACK = "503 UNAVAILABLE, again after 5 s";
    private final TestServer house = TestServer.mortal();
    private final Set<String> answers = new ConcurrentSkipListSet<>();
    private final AtomicBoolean started = new AtomicBoolean();

    @Test
    void whoComesTooEarlyIsHeldOrToldToComeBack() throws InterruptedException {
        house.down();
        ExecutorService impatient = Executors.newSingleThreadExecutor();
        try {
            impatient.submit(this::askAgainAndAgain);
            house.up();
        } finally {
            started.set(true);
            impatient.shutdown();
        }
        assertTrue(impatient.awaitTermination(100, TimeUnit.SECONDS), "still waiting for an answer");
        assertTrue(answers.contains(THERE), answers::toString);
        answers.removeAll(Set.of(THERE, COME_BACK));
        assertEquals(Set.of(), answers);
        house.api(null).get("/v1/nothing").refused(404, "NOT_FOUND");
    }

    private void askAgainAndAgain() {
        while (!started.get()) {
            answerTo("GET", "/v1/workflows", null);
            answerTo("POST", "/v1/workflows", "{}");
            answerTo("DELETE", "/v1/api-keys/3f0c4a3e-0000-4000-8000-000000000000", null);
        }
    }

    private void answerTo(String method, String path, String body) {
        try {
            Api.Answer answer = house.api(null).send(method, path, body, Map.of());
            String after = answer.header("Retry-After");
            answers.add(answer.status() + " " + code(answer) + (after == null ? "" : ", again after " + after + " s"));
        } catch (UncheckedIOException nobodyThere) {
            // the port is not open yet
        }
    }

    private static String code(Api.Answer answer) {
        return answer.header("Content-Type").startsWith("application/json") ? answer.errorCode() : answer.text();
    }
}
