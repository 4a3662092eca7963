package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workflows and policies go from one installation to another by the commands that operators type. */
class TransferIT {
    private final TestServer here = TestServer.mortal();
    private final TestServer there = TestServer.shared();

    @TempDir
    Path directory;

    @Test
    void whatIsExportedArrivesAsADraftAndOnce() throws Exception {
        String name = Fixtures.unique("Carried");
        String uuid = Fixtures.workflow(here.admin(), name, ",\"risk_level\":\"high\",\"tags\":[\"carried\"]");
        String rule = Fixtures.unique("carried rule");
        here.admin().post("/v1/approval-policies", """
                        {"name":"%s","kind":"severity","when":{"workflow_uuid":"%s"},
                         "then":{"approval_type":"single","approvers":["casey"]}}""".formatted(rule, uuid)).expect(201);
        String file = directory.resolve("export.json").toString();
        here.say("export", file);
        assertFalse(Files.readString(Path.of(file)).contains(TestServer.FIREWALL_KEY), "no secret travels");

        String said = there.say("import", file);
        assertTrue(said.contains("policy \"" + rule + "\" waits for another administrator"), said);
        JsonObject arrived = only(name);
        assertEquals("draft", arrived.getString("state"));
        assertEquals("high", arrived.getString("risk_level"));
        JsonObject sent = here.admin().get("/v1/workflows/" + uuid).data();
        assertEquals(sent.getString("sha256"), arrived.getString("sha256"));

        said = there.say("import", file);
        assertTrue(said.contains("workflow \"" + name + "\" is here already"), said);
        assertEquals(1, only(name).getInt("code_version"));
        there.say("import", file, "--replace", "--activate");
        assertEquals("active", only(name).getString("state"));
        there.admin().delete("/v1/workflows/" + only(name).getString("uuid")).expect(204);
    }

    private JsonObject only(String name) {
        JsonObject page = there.admin()
                .get("/v1/workflows?q=" + name.replace(" ", "%20"))
                .expect(200)
                .json();
        assertEquals(1, page.getJsonArray("data").size(), name);
        return page.getJsonArray("data").getJsonObject(0);
    }
}
