package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** A pipeline in the same archive asks before it acts: by the annotation, by the service, and through a restart. */
class ToolStoryIT {
    private final TestServer house = TestServer.mortal();
    private final TestUsers cast = TestUsers.of(house);

    @Test
    void aSyncToolHoldsItsCallerUntilItIsAgreedToAndActsOnce() throws Exception {
        String session = session();
        CompletableFuture<String> caller = later("isolate", session, "web-01");
        JsonObject asked = asked(session);
        assertEquals("isolate_host", asked.getString("tool_name"));
        assertEquals("CONTAINMENT", asked.getString("action_type"));
        assertEquals("critical", asked.getString("risk_level"));
        assertEquals("system", asked.getString("requested_by"));
        assertEquals("web-01", asked.getJsonObject("parameters").getString("host"));
        assertEquals("WAITING_APPROVAL", turn("state", session, ""));
        assertFalse(caller.isDone());
        assertEquals(0, acts("isolated web-01"), "it acted before anybody agreed");

        decide(asked, "approve");
        assertEquals("isolated web-01", caller.get());
        assertEquals(1, acts("isolated web-01"));
        assertEquals("ACTIVE", turn("state", session, ""));
    }

    @Test
    void anAsyncToolAnswersAtOnceAndItsFutureCompletesAfterTheApproval() {
        String session = session();
        assertEquals("asked", turn("block", session, "203.0.113.50"));
        JsonObject asked = asked(session);
        assertEquals("waiting", turn("future", session, ""));
        assertEquals("WAITING_APPROVAL", turn("state", session, ""));
        assertEquals(0, acts("blocked 203.0.113.50"));
        decide(asked, "approve");
        assertEquals("blocked 203.0.113.50", futureOf(session));
        assertEquals(1, acts("blocked 203.0.113.50"));
    }

    @Test
    void aToolOfAWebArchiveActsAfterTheApprovalAndIsTriedAgainLikeAnyOther() {
        String session = session();
        assertEquals("asked", turn("close", session, "8443"));
        JsonObject asked = asked(session);
        assertEquals(0, acts("closed 8443"));
        decide(asked, "approve");
        assertEquals("closed 8443", futureOf(session));
        assertEquals(1, acts("closed 8443"));

        assertTrue(turn("probe", "", "kim").contains("the probe is away"));
        assertEquals(3, acts("probed kim"), "once, and two retries");
    }

    @Test
    void aRejectedToolNeverActs() throws Exception {
        String session = session();
        CompletableFuture<String> caller = later("isolate", session, "web-02");
        decide(asked(session), "reject");
        assertEquals("refused: NOT_APPROVED", caller.get());

        String other = session();
        turn("block", other, "203.0.113.51");
        JsonObject asked = asked(other);
        house.admin()
                .post(path(asked, "cancel"), "{\"reason\":\"the incident is over\"}")
                .expect(200);
        assertEquals("refused: NOT_APPROVED", futureOf(other));
        assertEquals(0, acts("isolated web-02") + acts("blocked 203.0.113.51"));
        assertEquals("ACTIVE", turn("state", session, ""));
        assertEquals("ACTIVE", turn("state", other, ""));
    }

    @Test
    void limitsOfTheAnnotationAreKept() {
        assertEquals("reset kim", turn("reset", "", "kim"));
        assertEquals("reset lee", turn("reset", "", "lee"));
        assertEquals("refused: TOO_MANY_EXECUTIONS", turn("reset", "", "pat"));
        assertEquals(0, acts("reset pat"));

        assertTrue(turn("lookup", "", "kim").contains("the directory is away"));
        assertEquals(3, acts("looked up kim"), "once, and two retries");

        assertEquals("refused: TIMED_OUT", turn("scan", "", "web-03"));

        assertEquals("refused: NOT_PERMITTED", turn("wipe", session(), "web-03"));
        assertEquals(0, acts("wiped web-03"));
    }

    @Test
    void theServiceAsksWaitsAndTakesNoReviewersWordForIt() {
        String session = session();
        String id = turn("details", session, "web-04");
        assertTrue(id.startsWith("APR-"), id);
        assertEquals("WAITING_APPROVAL", turn("state", session, ""));
        assertEquals("PENDING", turn("status", "", id));
        assertEquals("true", turn("pending", "", id));

        assertEquals("refused: FORBIDDEN", answer(id, "analyst-jane"));
        assertTrue(answer(id, "system").startsWith("refused: "), "no policy lets the system agree");
        assertEquals("PENDING", turn("status", "", id));

        decide(asked(session), "approve");
        assertEquals("APPROVED", turn("status", "", id));
        Await.until("the session to go on", () -> turn("state", session, "").equals("ACTIVE") ? true : null);
        assertEquals("refused: APPROVAL_ALREADY_DECIDED", answer(id, "system"));
    }

    @Test
    void aBuiltRequestForSeveralNeedsTwoPeople() {
        String session = session();
        String id = turn("builder", session, "web-05");
        assertTrue(id.startsWith("APR-"), id);
        JsonObject asked = asked(session);
        assertEquals("multi", asked.getString("approval_type"));
        assertEquals(2, asked.getInt("required_approvers"));
        assertEquals("Web traffic is disrupted", asked.getString("potential_impact"));
        decide(asked, "approve");
        assertEquals("waiting", turn("future", session, ""));
        cast.blake.post(path(asked, "approve"), "{}").expect(200);
        assertEquals("true", futureOf(session));
    }

    @Test
    void aRestartInTheMiddleLosesNoApprovalAndRepeatsNoAct() throws Exception {
        String answered = session();
        CompletableFuture<String> first = later("isolate", answered, "web-06");
        JsonObject approvedMeanwhile = asked(answered);
        String open = session();
        turn("block", open, "203.0.113.52");
        JsonObject stillPending = asked(open);

        house.killNine();
        assertTrue(failed(first), "its caller died with the server");
        house.up();
        assertEquals(0, acts("isolated web-06") + acts("blocked 203.0.113.52"));

        decide(approvedMeanwhile, "approve");
        assertEquals("isolated web-06", turn("isolate", answered, "web-06"), "taken up, not asked again");
        turn("block", open, "203.0.113.52");
        assertEquals("WAITING_APPROVAL", turn("state", open, ""));
        assertEquals(stillPending.getString("uuid"), asked(open).getString("uuid"), "the same request");
        decide(stillPending, "approve");
        assertEquals("blocked 203.0.113.52", futureOf(open));
        assertEquals(1, acts("isolated web-06"));
        assertEquals(1, acts("blocked 203.0.113.52"));

        // used up: the same call is a new question
        CompletableFuture<String> again = later("isolate", answered, "web-06");
        JsonObject asked = asked(answered);
        assertFalse(asked.getString("uuid").equals(approvedMeanwhile.getString("uuid")));
        decide(asked, "reject");
        assertEquals("refused: NOT_APPROVED", again.get());
        assertEquals(1, acts("isolated web-06"));
    }

    private static boolean failed(CompletableFuture<String> future) throws InterruptedException {
        try {
            future.get();
            return false;
        } catch (ExecutionException e) {
            return true;
        }
    }

    private static String session() {
        return Fixtures.unique("session").replace(' ', '-');
    }

    /** Turns a handle of the pipeline; what it says. */
    private String turn(String verb, String session, String target) {
        return send(verb, "session=" + text(session) + "&target=" + text(target));
    }

    private String answer(String approval, String reviewer) {
        return send("answer", "target=" + text(approval) + "&reviewer=" + reviewer);
    }

    private String send(String verb, String form) {
        return house.api(null).form("/sample/" + verb, form).expect(200).text();
    }

    private CompletableFuture<String> later(String verb, String session, String target) {
        return CompletableFuture.supplyAsync(() -> turn(verb, session, target));
    }

    private String futureOf(String session) {
        return Await.until("the future of " + session, () -> {
            String said = turn("future", session, "");
            return said.equals("waiting") ? null : said;
        });
    }

    /** The pending request of a session. */
    private JsonObject asked(String session) {
        return Await.until("the request of " + session, () -> {
            List<JsonObject> found = cast
                    .alex
                    .get("/v1/workflow-approvals?status=pending&page_size=500")
                    .expect(200)
                    .json()
                    .getJsonArray("data")
                    .stream()
                    .map(JsonValue::asJsonObject)
                    .filter(row -> session.equals(row.getString("session_id", null)))
                    .toList();
            assertTrue(found.size() <= 1, "asked twice: " + found);
            return found.isEmpty() ? null : found.get(0);
        });
    }

    private void decide(JsonObject request, String verb) {
        String said = verb.equals("approve") ? "{}" : "{\"reason\":\"a false alarm\"}";
        cast.alex.post(path(request, verb), said).expect(200);
    }

    private static String path(JsonObject request, String verb) {
        return WhoMayDecideIT.path(request.getString("uuid"), verb);
    }

    private long acts(String act) {
        Path file = house.data.resolve("acts.txt");
        try {
            return !Files.exists(file)
                    ? 0
                    : Files.readAllLines(file).stream().filter(act::equals).count();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
