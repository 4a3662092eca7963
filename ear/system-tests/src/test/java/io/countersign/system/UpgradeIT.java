package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What the release before has left behind goes on where it was: requests are decided, runs run, the audit log holds. */
class UpgradeIT {
    private static final Path BEFORE = ReleaseFixture.FOLDER.resolve("91");

    private Properties known;
    private TestServer house;
    private Api admin;

    @Test
    void aDataDirectoryOfTheReleaseBeforeOpens() throws IOException {
        house = server("upgrade-h2", 700);
        Path database = Files.createDirectories(house.data.resolve("db"));
        Files.copy(BEFORE.resolve("countersign.mv.db"), database.resolve("countersign.mv.db"));
        goesOn("h2.properties");
        assertTrue(Files.exists(database.resolve("before-upgrade.zip")), "the copy from before the upgrade");
    }

    @Test
    void aPostgresDatabaseOfTheReleaseBeforeOpens() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
                connection.createStatement().execute(Files.readString(BEFORE.resolve("postgres.sql")));
            }
            house = server("upgrade-postgres", 800)
                    .with("COUNTERSIGN_DB_URL", postgres.getJdbcUrl("postgres", "postgres"))
                    .with("COUNTERSIGN_DB_USER", "postgres")
                    .with("COUNTERSIGN_DB_PASSWORD", "postgres");
            goesOn("postgres.properties");
        }
    }

    private static TestServer server(String name, int offset) {
        return TestServer.alone(name, offset).with("COUNTERSIGN_SERVER_KEY", ReleaseFixture.SERVER_KEY);
    }

    private void goesOn(String keys) throws IOException {
        known = new Properties();
        try (InputStream in = Files.newInputStream(BEFORE.resolve(keys))) {
            known.load(in);
        }
        house.up();
        try {
            admin = house.admin();
            whatEndedIsAsItWas();
            whatWaitsIsDecided();
            whatWasHeldRuns();
            assertTrue(admin.get("/v1/audit/verify").expect(200).data().getBoolean("valid"), "the audit log");
        } finally {
            house.down();
        }
    }

    private void whatEndedIsAsItWas() {
        assertEquals("approved", status("approved"));
        assertEquals("rejected", status("rejected"));
        assertEquals("cancelled", status("cancelled"));
        JsonObject approved = request("approved");
        assertTrue(approved.getString("request_id").startsWith("APR-"), approved.toString());
        assertEquals("alex", approved.getJsonArray("decisions").getJsonObject(0).getString("approver"));
        JsonObject run = admin.get("/v1/workflow-runs/" + approved.getString("run_uuid"))
                .expect(200)
                .data();
        assertEquals("success", run.getString("status"));
        JsonObject workflow = admin.get("/v1/workflows/" + known.getProperty("workflow"))
                .expect(200)
                .data();
        assertEquals(2, workflow.getInt("code_version"));
        assertEquals("isolate_host", first("/v1/tools").getString("tool_name"));
        assertEquals("FIREWALL_API_KEY", first("/v1/secrets").getString("name"));
        assertEquals("critical needs two", first("/v1/approval-policies").getString("name"));
        assertEquals("away", first("/v1/delegations").getString("reason"));
    }

    /** By the keys of the release before; a vote given then still counts. */
    private void whatWaitsIsDecided() {
        Api blake = house.api(known.getProperty("key.blake"));
        assertEquals("approved", approve(blake, "pending"));
        house.api(known.getProperty("key.alex")).post(path("voted"), "{}").refused(409, "ALREADY_VOTED");
        assertEquals("approved", approve(blake, "voted"));
        assertEquals(1, request("revised").getJsonArray("revisions").size());
        assertEquals("approved", approve(blake, "tool"));
        // her key was made by the one who asked: that rule outlives the upgrade as well
        house.api(known.getProperty("key.ruth")).post(path("change"), "{}").refused(403, "FORBIDDEN");
        assertEquals("pending", status("change"));
        Api alex = house.api(known.getProperty("key.alex"));
        assertTrue(!Api.isNull(request("emergency"), "review_due_at"));
        alex.post(path("emergency").replace("/approve", "/review"), "{\"verdict\":\"justified\",\"comment\":\"yes\"}")
                .refused(403, "FORBIDDEN");
    }

    private void whatWasHeldRuns() {
        String run = request("queued").getString("run_uuid");
        assertEquals("queued", admin.get("/v1/workflow-runs/" + run).data().getString("status"));
        admin.delete("/v1/kill-switch/" + known.getProperty("kill_switch")).expect(204);
        JsonObject ended = Fixtures.endedRun(admin, known.getProperty("request.queued"));
        assertTrue(!ended.getString("status").equals("queued"), ended.toString());
    }

    private String approve(Api person, String name) {
        return person.post(
                        path(name),
                        "{\"arguments_sha256\":" + Api.string(request(name).getString("arguments_sha256")) + "}")
                .expect(200)
                .data()
                .getString("status");
    }

    private String path(String name) {
        return ReleaseFixture.path(known.getProperty("request." + name), "approve");
    }

    private String status(String name) {
        return request(name).getString("status");
    }

    private JsonObject request(String name) {
        return Fixtures.approval(admin, known.getProperty("request." + name));
    }

    private JsonObject first(String path) {
        return admin.get(path).expect(200).json().getJsonArray("data").getJsonObject(0);
    }
}
