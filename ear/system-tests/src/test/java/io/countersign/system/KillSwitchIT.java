package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a kill switch aims at: whatever somebody could mean; what nobody can is warned of, or refused by its form. */
class KillSwitchIT {
    private final TestServer house = TestServer.shared();
    private final TestUsers cast = TestUsers.of(house);

    @ParameterizedTest
    @CsvSource({"workflow,Block IP", "integration,octa"})
    void aTargetOfTheWrongFormIsRefusedByName(String scope, String target) {
        JsonObject details =
                pull(cast.admin, scope, target).refused(422, "VALIDATION_ERROR").details();
        assertTrue(details.toString().contains("\"field\":\"target\""), details.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "agent,triage-agnet",
        "agent,3f0c4a3e-0000-4000-8000-000000000000",
        "workflow,3f0c4a3e-0000-4000-8000-000000000000"
    })
    void aTargetThatNobodyGoesByIsEngagedWithAWarning(String scope, String target) {
        Api.Answer answer = pull(cast.admin, scope, target).expect(201);
        assertTrue(warns(answer), answer::toString);
        release(answer);
    }

    @Test
    void anAgentIsKnownByItsKeyByItsOwnerAndByThePersonOverMcp() {
        String name = Fixtures.unique("once an agent");
        Realm.of(house).ensure("otto", List.of("soc-analyst"));
        JsonObject made = cast.admin
                .post(
                        "/v1/api-keys",
                        "{\"name\":" + Api.string(name) + ",\"key_type\":\"agent\",\"owner\":\"otto\",\"scopes\":[]}")
                .expect(201)
                .data();
        String uuid = made.getString("uuid");
        cast.admin.delete("/v1/api-keys/" + uuid).expect(204);
        // drew is a user of Keycloak without any key
        for (String target : List.of(name, name.toUpperCase(), uuid, "otto", "drew")) {
            release(unwarned(pull(cast.admin, "agent", target)));
        }
        release(cast.admin
                .post("/v1/kill-switch", "{\"scope\":\"agent\",\"reason\":\"all of them\"}")
                .expect(201));
    }

    @Test
    void anArchivedWorkflowMayStillRunAndBeStopped() {
        String workflow = Fixtures.workflow(cast.author, Fixtures.unique("Archived"), "");
        cast.author.delete("/v1/workflows/" + workflow).expect(204);
        release(unwarned(pull(cast.admin, "workflow", workflow)));
    }

    @Test
    void whatAnotherOrganizationHasIsNotThere() {
        Realm realm = Realm.of(house);
        realm.ensure("sue", List.of("soc-admin"), "south");
        realm.ensure("nick", List.of("soc-analyst"), "north");
        Api south = house.login("sue");
        String north = Fixtures.unique("agent of the north");
        TestUsers.key(
                house,
                "{\"name\":" + Api.string(north)
                        + ",\"key_type\":\"agent\",\"owner\":\"nick\",\"scopes\":[],\"organization_id\":\"north\"}");
        Api.Answer unknown = pull(south, "agent", north).expect(201);
        assertTrue(warns(unknown), unknown::toString);
        release(unknown);
        release(unwarned(pull(cast.admin, "agent", north)));
    }

    private static Api.Answer pull(Api admin, String scope, String target) {
        return admin.post(
                "/v1/kill-switch",
                "{\"scope\":\"" + scope + "\",\"target\":" + Api.string(target) + ",\"reason\":\"a drill\"}");
    }

    private static boolean warns(Api.Answer answer) {
        return answer.json().getJsonObject("meta").containsKey("warning");
    }

    private static Api.Answer unwarned(Api.Answer answer) {
        assertFalse(warns(answer.expect(201)), answer::toString);
        return answer;
    }

    private void release(Api.Answer pulled) {
        cast.admin.delete("/v1/kill-switch/" + pulled.data().getString("uuid")).expect(204);
    }
}
