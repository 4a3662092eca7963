package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many edits of one thing at the same instant; each database has to stand it: applied or CONFLICT, and none is lost. */
abstract class EditRaces {
    private static final int EDITORS = 20;
    private static final String SMALL = "import io.countersign.script.*; public class W implements Workflow {"
            + " public WorkflowResult run(WorkflowContext ctx) { return WorkflowResult.ok(\"%s\"); } }";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final TestServer house = house();
    private final TestUsers cast = TestUsers.of(house);

    abstract TestServer house();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void ofPatchesOfAWorkflowWithOneTagOneIsApplied() throws Exception {
        String path = workflow();
        Map<String, String> match = Map.of("If-Match", cast.author.get(path).header("ETag"));
        Map<Integer, Integer> statuses =
                atOnce(EDITORS, i -> cast.author.send("PATCH", path, "{\"documentation\":\"edit " + i + "\"}", match));
        assertEquals(Map.of(200, 1, 409, EDITORS - 1), statuses);
    }

    @Test
    void everyPatchOfTheCodeThatIsAppliedIsAVersion() throws Exception {
        String path = workflow();
        Map<Integer, Integer> statuses = atOnce(
                EDITORS, i -> cast.author.patch(path, "{\"code\":" + Api.string(SMALL.formatted("edit " + i)) + "}"));
        assertTrue(Set.of(200, 409).containsAll(statuses.keySet()), statuses.toString());
        assertEquals(1 + statuses.get(200), versions(path));
    }

    @Test
    void everyRestoreThatIsAppliedIsAVersion() throws Exception {
        String path = workflow();
        cast.author
                .patch(path, "{\"code\":" + Api.string(SMALL.formatted("two")) + "}")
                .expect(200);
        Map<Integer, Integer> statuses = atOnce(10, i -> cast.author.post(path + "/restore", "{\"version\":1}"));
        assertTrue(Set.of(200, 409).containsAll(statuses.keySet()), statuses.toString());
        assertEquals(2 + statuses.get(200), versions(path));
    }

    @Test
    void ofRestoresWithOneTagOneIsApplied() throws Exception {
        String path = workflow();
        Map<String, String> match = Map.of("If-Match", cast.author.get(path).header("ETag"));
        assertEquals(
                Map.of(200, 1, 409, 9), atOnce(10, i -> cast.author.post(path + "/restore", "{\"version\":1}", match)));
    }

    @Test
    void aDelegationEndsOnce() throws Exception {
        String path = "/v1/delegations/"
                + cast.alex
                        .post("/v1/delegations", """
                                {"to":"blake","from_time":"%s","to_time":"%s","reason":"away"}""".formatted(
                                        Instant.now(), Instant.now().plusSeconds(3600)))
                        .expect(201)
                        .data()
                        .getString("uuid");
        Map<Integer, Integer> statuses = atOnce(10, i -> cast.alex.delete(path));
        assertEquals(1, statuses.get(204), statuses.toString());
        assertTrue(Set.of(204, 404, 409).containsAll(statuses.keySet()), statuses.toString());
    }

    @Test
    void ofPatchesOfAKeyWithOneTagOneIsApplied() throws Exception {
        Api.Answer made = cast.admin.post("/v1/api-keys", """
                        {"name":"raced","key_type":"agent","owner":"sam","scopes":["workflows:read"]}""").expect(201);
        String path = "/v1/api-keys/" + made.data().getString("uuid");
        Map<String, String> match = Map.of("If-Match", made.header("ETag"));
        assertEquals(
                Map.of(200, 1, 409, EDITORS - 1),
                atOnce(EDITORS, i -> cast.admin.send("PATCH", path, "{\"name\":\"raced " + i + "\"}", match)));
        Map<Integer, Integer> revoked = atOnce(10, i -> cast.admin.delete(path));
        assertTrue(Set.of(204, 409).containsAll(revoked.keySet()), revoked.toString());
    }

    private String workflow() {
        String name = Api.string(Fixtures.unique("Edited by many"));
        return "/v1/workflows/"
                + cast.author
                        .post(
                                "/v1/workflows",
                                "{\"name\":" + name + ",\"code\":" + Api.string(SMALL.formatted("one")) + "}")
                        .expect(201)
                        .data()
                        .getString("uuid");
    }

    private int versions(String path) {
        return cast.author
                .get(path + "/versions")
                .expect(200)
                .json()
                .getJsonObject("meta")
                .getInt("total");
    }

    /** How often each status was answered. */
    private Map<Integer, Integer> atOnce(int editors, IntFunction<Api.Answer> edit) throws Exception {
        CyclicBarrier start = new CyclicBarrier(editors);
        List<Future<Api.Answer>> answers = new ArrayList<>();
        for (int i = 0; i < editors; i++) {
            int editor = i;
            answers.add(threads.submit(() -> {
                start.await();
                return edit.apply(editor);
            }));
        }
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (Future<Api.Answer> answer : answers) {
            statuses.merge(answer.get().status(), 1, Integer::sum);
        }
        return statuses;
    }
}
