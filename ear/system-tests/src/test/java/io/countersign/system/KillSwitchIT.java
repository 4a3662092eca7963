package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a kill switch may aim at: whatever somebody could mean, and no slip of the pen. */
class KillSwitchIT {
    private final House house = House.shared();
    private final Cast cast = Cast.of(house);

    @ParameterizedTest
    @CsvSource({
        "agent,triage-agnet",
        "agent,3f0c4a3e-0000-4000-8000-000000000000",
        "workflow,3f0c4a3e-0000-4000-8000-000000000000",
        "workflow,Block IP",
        "integration,octa"
    })
    void aTargetThatMeansNothingIsRefusedByName(String scope, String target) {
        JsonObject details =
                pull(cast.admin, scope, target).refused(422, "VALIDATION_ERROR").details();
        assertTrue(details.toString().contains("\"field\":\"target\""), details.toString());
    }

    @Test
    void anAgentIsKnownByItsKeyByItsOwnerAndByThePersonOverMcp() {
        String name = Stage.unique("once an agent");
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
            release(pull(cast.admin, "agent", target).expect(201));
        }
        release(cast.admin
                .post("/v1/kill-switch", "{\"scope\":\"agent\",\"reason\":\"all of them\"}")
                .expect(201));
    }

    @Test
    void anArchivedWorkflowMayStillRunAndBeStopped() {
        String workflow = Stage.workflow(cast.author, Stage.unique("Archived"), "");
        cast.author.delete("/v1/workflows/" + workflow).expect(204);
        release(pull(cast.admin, "workflow", workflow).expect(201));
    }

    @Test
    void whatAnotherOrganizationHasIsNotThere() {
        Api south = house.api(Cast.key(house, """
                {"name":"head of the south %s","key_type":"human","owner":"sue","scopes":["admin"],
                 "organization_id":"south"}""".formatted(UUID.randomUUID())));
        String north = Stage.unique("agent of the north");
        Cast.key(
                house,
                "{\"name\":" + Api.string(north)
                        + ",\"key_type\":\"agent\",\"owner\":\"nick\",\"scopes\":[],\"organization_id\":\"north\"}");
        pull(south, "agent", north).refused(422, "VALIDATION_ERROR");
        release(pull(cast.admin, "agent", north).expect(201));
    }

    private static Api.Answer pull(Api admin, String scope, String target) {
        return admin.post(
                "/v1/kill-switch",
                "{\"scope\":\"" + scope + "\",\"target\":" + Api.string(target) + ",\"reason\":\"a drill\"}");
    }

    private void release(Api.Answer pulled) {
        cast.admin.delete("/v1/kill-switch/" + pulled.data().getString("uuid")).expect(204);
    }
}
