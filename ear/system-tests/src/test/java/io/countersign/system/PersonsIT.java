package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who somebody is and may do follows from the identity provider at that moment, whatever they are called. */
class PersonsIT {
    private static final Pattern LINK =
            Pattern.compile("(/v1/approvals/[0-9a-f-]{36}/decide)\\?token=([A-Za-z0-9_-]{43})");
    private static final String APPROVE = "{\"comment\":\"fine\"}";
    private static final String TWO =
            ",\"approval_type\":\"multi\",\"required_approvers\":2,\"required_roles\":[\"approver\"]";

    private final TestServer house = TestServer.shared();
    private final TestUsers cast = TestUsers.of(house);
    private final Realm realm = Realm.of(house);
    private final String name = "ann-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void ann() {
        realm.allowRenaming();
        realm.ensure(name, List.of("approver", "soc-analyst"));
    }

    @Test
    void whoeverIsRenamedBetweenTwoVotesIsOnePerson() {
        String approval = ask(TWO);
        house.login(name).post(approve(approval), APPROVE).expect(200);
        realm.rename(name, name + ".miller");
        Api renamed = house.login(name + ".miller", name);
        renamed.post(approve(approval), APPROVE).refused(409, "ALREADY_VOTED");
        JsonObject record = Fixtures.approval(renamed, approval);
        assertEquals("pending", record.getString("status"));
        assertEquals(1, record.getInt("approvals_given"));
    }

    @Test
    void nobodyApprovesTheirOwnRequestUnderAnotherName() {
        String workflow = Fixtures.workflow(cast.author, Fixtures.unique("Renamed"), "");
        realm.rename(name, name + ".miller");
        String approval = Fixtures.ask(house.login(name + ".miller", name), workflow, "203.0.113.91");
        realm.rename(name + ".miller", name);
        Api.Answer refused = house.login(name).post(approve(approval), APPROVE).refused(403, "FORBIDDEN");
        assertEquals("requester", refused.details().getString("reason"));
    }

    @Test
    void whoeverGetsTheNameOfSomebodyElseIsAnotherPerson() {
        String approval = ask(TWO);
        house.login(name).post(approve(approval), APPROVE).expect(200);
        realm.rename(name, name + ".old");
        realm.ensure(name, List.of("approver"));
        house.login(name).post(approve(approval), APPROVE).expect(200);
        assertEquals("approved", Fixtures.approval(cast.author, approval).getString("status"));
    }

    @Test
    void whoeverIsDisabledDecidesByNoCredential() {
        Api session = house.login(name);
        Api key = house.api(session.post("/v1/api-keys", """
                        {"name":"own","key_type":"human","owner":"%s","roles":["approver"],
                         "scopes":["approvals:read","approvals:write"]}""".formatted(name))
                .expect(201)
                .data()
                .getString("key"));
        String approval = ask("");
        assertTrue(Fixtures.approval(key, approval).getBoolean("decidable"));
        realm.disable(name);
        Await.until(
                "the key of a disabled person is refused",
                () -> key.get("/v1/workflow-approvals/" + approval).status() == 401 ? true : null);
        key.post(approve(approval), APPROVE).refused(401, "UNAUTHORIZED");
        Api.Answer refused = session.post(approve(approval), APPROVE).refused(403, "FORBIDDEN");
        assertEquals("not_eligible", refused.details().getString("reason"));
        assertEquals("pending", Fixtures.approval(cast.author, approval).getString("status"));
    }

    @Test
    void theLinkOfADisabledPersonShowsNothingAndDecidesNothing() {
        String account = "U" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        realm.slack(name, account);
        // whoever has just been made is known once they have come by
        String earlier = ask("");
        Await.until(
                "ann is known",
                () -> Fixtures.approval(house.login(name), earlier).getBoolean("decidable") ? true : null);
        String approval = ask("");
        Matcher link = LINK.matcher(FakeServices.get()
                .slack
                .await(
                        "the link for ann",
                        call -> call.path().endsWith("/chat.postMessage")
                                && call.body().contains(approval)
                                && call.json().getString("channel").equals(account))
                .body());
        assertTrue(link.find());
        Api browser = house.api(null);
        browser.get(link.group()).expect(200);
        realm.disable(name);
        Await.until("the page is refused", () -> browser.get(link.group()).status() == 403 ? true : null);
        browser.form(link.group(1), "token=" + link.group(2) + "&decision=approve&comment=ok")
                .expect(403);
        assertEquals("pending", Fixtures.approval(cast.author, approval).getString("status"));
    }

    @Test
    void aRoleLostBetweenVoteAndQuorumCountsNoMore() {
        String approval = ask(TWO);
        Api session = house.login(name);
        session.post(approve(approval), APPROVE).expect(200);
        realm.take(name, "approver");
        Await.until(
                "the vote counts no more",
                () -> firstDecision(Fixtures.approval(session, approval)).getBoolean("counts") ? null : true);
        JsonObject record =
                cast.alex.post(approve(approval), APPROVE).expect(200).data();
        assertEquals("pending", record.getString("status"));
        assertEquals(1, record.getInt("approvals_given"));
        cast.blake.post(approve(approval), APPROVE).expect(200);
        assertEquals("approved", Fixtures.approval(cast.author, approval).getString("status"));
    }

    @Test
    void aRoleHeldThroughAGroupAboveOnesOwnIsInTheList() {
        String role = "role-of-" + name;
        realm.giveThroughGroups(name, role);
        String workflow = Fixtures.workflow(
                cast.author, Fixtures.unique("Through groups"), ",\"required_roles\":[\"" + role + "\"]");
        // an ask is refused while nobody is known who could agree
        String approval = Await.until("ann is listed", () -> {
            Api.Answer asked =
                    cast.agent.post("/v1/workflows/" + workflow + "/execute", Fixtures.execute("203.0.113.92"));
            return asked.status() == 202 ? asked.data().getString("approval_request_uuid") : null;
        });
        house.login(name).post(approve(approval), APPROVE).expect(200);
        assertTrue(house.api(null).get("/health/ready").expect(200).text().contains("people_as_of"));
    }

    private static JsonObject firstDecision(JsonObject record) {
        return record.getJsonArray("decisions").getJsonObject(0);
    }

    private String ask(String more) {
        return Fixtures.ask(
                cast.agent, Fixtures.workflow(cast.author, Fixtures.unique("Persons"), more), "203.0.113.90");
    }

    private static String approve(String approval) {
        return WhoMayDecideIT.path(approval, "approve");
    }
}
