package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nobody mints the agreement of somebody else: who makes which keys, and what they are worth. */
class KeysIT {

    private final TestServer house = TestServer.shared();
    private final TestUsers cast = TestUsers.of(house);

    private static String wish(String type, String owner, String scopes, String roles) {
        return """
                {"name":"a key","key_type":"%s","owner":"%s","scopes":[%s],"roles":[%s]}""".formatted(type, owner, scopes, roles);
    }

    private static String reason(Api.Answer refused) {
        return refused.refused(403, "FORBIDDEN").details().getString("reason");
    }

    @Test
    void anAdminMakesNoHumanKeyForSomebodyElse() {
        String forAlex = wish("human", "alex", "\"approvals:write\"", "\"approver\"");
        assertEquals("keys_for_others", reason(cast.admin.post("/v1/api-keys", forAlex)));
        assertEquals("keys_for_others", reason(house.login("root").post("/v1/api-keys", forAlex)));
    }

    @Test
    void ownersAreUsersWhoAreThere() {
        for (String owner : List.of("system", "nobody-of-that-name", "\u0430lex", "two words")) {
            cast.admin
                    .post("/v1/api-keys", wish("agent", owner, "\"workflows:read\"", ""))
                    .refused(422, "VALIDATION_ERROR");
        }
    }

    @Test
    void aKeyIsWorthNoMoreThanItsOwner() {
        Api viewer = house.api(house.login("vic")
                .post(
                        "/v1/api-keys",
                        wish(
                                "human",
                                "vic",
                                "\"approvals:read\",\"approvals:write\",\"workflows:read\"",
                                "\"approver\",\"soc-viewer\""))
                .expect(201)
                .data()
                .getString("key"));
        viewer.get("/v1/workflows").expect(200);
        String approval =
                Fixtures.ask(cast.agent, Fixtures.workflow(cast.author, Fixtures.unique("Worth"), ""), "203.0.113.91");
        assertEquals("not_eligible", reason(viewer.post(WhoMayDecideIT.path(approval, "approve"), "{}")));
        viewer.post("/v1/api-keys", wish("human", "vic", "\"workflows:read\"", ""))
                .refused(403, "FORBIDDEN");
    }

    @Test
    void peopleSeeAndRevokeTheirOwnKeysAlone() {
        Api casey = house.login("casey");
        JsonObject made = casey.post("/v1/api-keys", wish("human", "casey", "\"approvals:read\"", ""))
                .expect(201)
                .data();
        String path = "/v1/api-keys/" + made.getString("uuid");
        Api blake = house.login("blake");
        blake.get(path).refused(404, "NOT_FOUND");
        blake.delete(path).refused(404, "NOT_FOUND");
        casey.delete(path).expect(204);
        house.api(made.getString("key")).get("/v1/workflow-approvals").refused(401, "UNAUTHORIZED");
    }

    @Test
    void anotherAdminAgreesToAnAdminKeyAndItsAskerTakesItOnce() {
        Realm.of(house).ensure("ruth", List.of("soc-admin"));
        Api ruth = house.login("ruth");
        JsonObject asked = ruth.post("/v1/api-keys", wish("human", "ruth", "\"admin\"", "\"soc-admin\""))
                .expect(202)
                .data();
        String request = asked.getString("approval_request_uuid");
        assertEquals("change", Fixtures.approval(cast.admin, request).getString("kind"));
        String claim = "{\"approval_request_uuid\":\"" + request + "\"}";
        ruth.post("/v1/api-keys/claim", claim).refused(409, "CONFLICT");
        assertEquals("requester", reason(ruth.post(WhoMayDecideIT.path(request, "approve"), "{}")));
        assertEquals("not_eligible", reason(cast.alex.post(WhoMayDecideIT.path(request, "approve"), "{}")));
        house.login("root").post(WhoMayDecideIT.path(request, "approve"), "{}").expect(200);
        house.login("root").post("/v1/api-keys/claim", claim).refused(404, "NOT_FOUND");
        Api.Answer taken = ruth.post("/v1/api-keys/claim", claim, Map.of("Idempotency-Key", "ruth-" + request))
                .expect(201);
        ruth.post("/v1/api-keys/claim", claim).refused(409, "CONFLICT");
        assertEquals(
                taken.data().getString("key"),
                ruth.post("/v1/api-keys/claim", claim, Map.of("Idempotency-Key", "ruth-" + request))
                        .expect(201)
                        .data()
                        .getString("key"));
        house.api(taken.data().getString("key")).get("/v1/api-keys").expect(200);
    }

    @Test
    void anotherAdminAgreesToTheScopeAdminByPatch() {
        Realm.of(house).ensure("ruth", List.of("soc-admin"));
        Api ruth = house.login("ruth");
        JsonObject made = ruth.post("/v1/api-keys", wish("human", "ruth", "\"audit:read\"", ""))
                .expect(201)
                .data();
        Api key = house.api(made.getString("key"));
        String path = "/v1/api-keys/" + made.getString("uuid");
        String request =
                ruth.patch(path, "{\"scopes\":[\"admin\"]}").expect(202).data().getString("approval_request_uuid");
        key.get("/v1/api-keys").refused(403, "FORBIDDEN");
        house.login("root").post(WhoMayDecideIT.path(request, "approve"), "{}").expect(200);
        Await.until("the key to be admin", () -> key.get("/v1/api-keys").status() == 200 ? "yes" : null);
    }

    @Test
    void aDecisionTellsThroughWhichKeyItCame() {
        String workflow = Fixtures.workflow(cast.author, Fixtures.unique("Credential"), "");
        String approval = Fixtures.ask(cast.agent, workflow, "203.0.113.90");
        JsonObject after = cast.alex
                .post(WhoMayDecideIT.path(approval, "approve"), "{}")
                .expect(200)
                .data();
        JsonObject credential = after.getJsonArray("decisions").getJsonObject(0).getJsonObject("credential");
        assertEquals("api_key", credential.getString("kind"));
        assertFalse(credential.getString("id").isEmpty());
        String cast = this.cast
                .admin
                .get("/v1/audit?action=approval.vote_cast&target_uuid=" + approval)
                .expect(200)
                .text();
        assertTrue(cast.contains(credential.getString("id")), cast);
    }
}
