package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** A workflow from a description in plain words: checked like one that a person saves, and not saved. */
class GenerationIT {
    private final TestServer house = TestServer.mortal();
    private final TestUsers cast = TestUsers.of(house);

    @Test
    void whatTheCheckRefusesIsRepairedAndThenAsGoodAsAPersonsCode() {
        JsonObject made = cast.author
                .post(
                        "/v1/workflows/generate",
                        "{\"description\":\"Block the address, and learn from mistakes\",\"indicator_types\":[\"ip\"]}")
                .expect(200)
                .data();
        String code = made.getString("generated_code");
        assertTrue(code.contains("class BlockIp implements Workflow"), code);
        assertFalse(made.getString("suggested_name").isBlank());
        assertTrue(made.getJsonArray("warnings").toString().contains("FIREWALL_API_KEY"), made.toString());
        assertTrue(cast.author
                .post("/v1/workflows/validate", "{\"code\":" + Api.string(code) + "}")
                .expect(200)
                .data()
                .getBoolean("valid"));
        Receiver.Call call = FakeServices.get().model.ledger().get(0);
        assertEquals("sk-ant-system-tests", call.headers().getFirst("x-api-key"));
    }

    @Test
    void whatNeverPassesTheCheckIsNotHandedOut() {
        Api.Answer refused = cast.author
                .post("/v1/workflows/generate", "{\"description\":\"Block the address, and stay as you are\"}")
                .refused(400, "WORKFLOW_GENERATION_FAILED");
        assertEquals(
                1, refused.details().getJsonArray("errors").getJsonObject(0).getInt("line"));
        assertEquals(
                3,
                FakeServices.get()
                        .model
                        .ledger(call -> call.body().contains("stay as you are"))
                        .size(),
                "one draft and two repairs");
    }
}
