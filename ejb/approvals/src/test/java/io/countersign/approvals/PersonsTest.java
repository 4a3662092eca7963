package io.countersign.approvals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.PageRequest;
import io.countersign.security.Actor;
import io.countersign.security.Credential;
import io.countersign.security.Person;
import io.countersign.security.Scopes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A person is who they are, whatever they are called and whichever credential they use, and counts while they are there. */
class PersonsTest {

    private final ApprovalsFixture house = new ApprovalsFixture();

    @AfterEach
    void close() {
        house.close();
    }

    private Actor called(String id) {
        Person person = house.people.byId(id).orElseThrow();
        return Actor.person(person, ApprovalsFixture.SESSION);
    }

    private Actor withKey(String owner, String maker, String... roles) {
        return new Actor(
                owner,
                owner,
                Actor.Kind.HUMAN,
                "key of " + owner,
                Set.of(roles),
                Set.of(Scopes.APPROVALS_READ, Scopes.APPROVALS_WRITE, Scopes.WORKFLOWS_EXECUTE),
                new Credential(Credential.Kind.API_KEY, UUID.randomUUID().toString(), maker, "192.0.2.7"),
                List.of());
    }

    private RequestView approve(UUID id, Actor by) {
        return house.decide(id, Verdict.APPROVE, null, null, by);
    }

    @Test
    void aRenamedPersonCountsOnce() {
        UUID id = house.askedBy("rita", ApprovalsFixture.multi(2, "approver"));
        approve(id, called("ann"));
        house.people.renamed("ann", "ann.miller");
        Refused.with(ErrorCode.ALREADY_VOTED, () -> approve(id, called("ann")));
        assertEquals(
                List.of("ann"),
                house.see(id).decisions().stream()
                        .map(RequestView.Decision::approver)
                        .toList());
    }

    @Test
    void aRenamedRequesterDoesNotDecideTheirOwnRequest() {
        house.people.renamed("ann", "ann.miller");
        UUID id = house.ask(house.toBlock("ann"));
        house.people.renamed("ann", "ann");
        Refused.because("requester", () -> approve(id, called("ann")));
    }

    @Test
    void whoeverTakesANameIsNotWhoWasNamed() {
        UUID id = house.askedBy("rita", Rule.single(List.of("ann"), List.of()));
        house.people.renamed("ann", "ann.miller").renamed("bob", "ann");
        Refused.because("not_eligible", () -> approve(id, called("bob")));
        assertEquals(Status.APPROVED, approve(id, called("ann")).status());
    }

    @Test
    void aVoteCountsNoMoreWhenItsPersonHasLostTheRole() {
        UUID id = house.askedBy("rita", ApprovalsFixture.multi(2, "approver"));
        approve(id, called("ann"));
        house.people.without("ann").with("ann");
        RequestView seen = house.see(id);
        assertEquals(0, seen.approvalsGiven());
        assertFalse(seen.decisions().get(0).counts());
        assertEquals(Status.PENDING, approve(id, called("bob")).status());
        assertTrue(house.audit.actions().contains("approval.vote_voided"));
        assertEquals(Status.APPROVED, approve(id, called("cid")).status());
    }

    @Test
    void aVoteCountsNoMoreWhenItsPersonIsGone() {
        UUID id = house.askedBy("rita", ApprovalsFixture.multi(2, "approver"));
        approve(id, called("ann"));
        house.people.without("ann");
        assertEquals(Status.PENDING, approve(id, called("bob")).status());
        assertEquals(1, house.see(id).approvalsGiven());
    }

    @Test
    void whoGetsTheRoleBackMayVoteOnceMore() {
        UUID id = house.askedBy("rita", ApprovalsFixture.multi(2, "approver"));
        approve(id, called("ann"));
        house.people.without("ann");
        approve(id, called("bob"));
        house.people.with("ann", "approver");
        RequestView after = approve(id, called("ann"));
        assertEquals(Status.APPROVED, after.status());
        assertEquals(2, after.decisions().size());
    }

    @Test
    void aLeaverDecidesByNoCredential() {
        UUID id = house.askedBy("rita", Rule.manual());
        String token = house.token(id, "ann");
        Actor session = called("ann");
        Actor key = withKey("ann", null, "approver");
        house.people.without("ann");
        Refused.because("not_eligible", () -> approve(id, session));
        Refused.because("not_eligible", () -> approve(id, key));
        Refused.because("token", () -> house.byToken(id, token, Verdict.APPROVE, null));
        assertTrue(house.in(() -> house.approvals.tokenPage(id, token)).isEmpty(), "nor reads by it");
    }

    @Test
    void whoIsNotAskedAnyMoreReadsNothingByTheirLink() {
        UUID id = house.askedBy("rita", Rule.manual());
        String token = house.token(id, "ann");
        assertTrue(house.in(() -> house.approvals.tokenPage(id, token)).isPresent());
        house.people.without("ann").with("ann", "network");
        assertTrue(house.in(() -> house.approvals.tokenPage(id, token)).isEmpty());
    }

    @Test
    void aKeyHasNoRoleThatItsOwnerLacks() {
        house.people.with("dan");
        UUID id = house.askedBy("rita", Rule.manual());
        Refused.because("not_eligible", () -> approve(id, withKey("dan", null, "approver")));
    }

    @Test
    void whoeverMadeTheKeyIsAHandBehindIt() {
        UUID own = house.askedBy("rita", Rule.manual());
        Refused.because("requester", () -> approve(own, withKey("ann", "rita", "approver")));
        UUID edited = house.ask(house.toBlock("rita").riskLevel(RiskLevel.HIGH).editors(Set.of("edna")));
        Refused.because("editor", () -> approve(edited, withKey("ann", "edna", "approver")));
        assertEquals(
                Status.APPROVED,
                approve(own, withKey("ann", "somebody", "approver")).status());
    }

    @Test
    void whoeverTookPartInAnAgreementIsKnown() {
        UUID id = house.askedBy("rita", ApprovalsFixture.multi(2, "approver"));
        approve(id, withKey("ann", "mia", "approver"));
        approve(id, withKey("bob", null, "approver"));
        for (String tookPart : List.of("ann", "mia", "bob")) {
            assertFalse(isAgreedWithout(id, "cid", tookPart), tookPart);
        }
        assertTrue(isAgreedWithout(id, "cid"));
        UUID pending = house.askedBy("rita", Rule.manual());
        assertFalse(isAgreedWithout(pending), "nobody has agreed yet");
    }

    private boolean isAgreedWithout(UUID id, String... people) {
        return house.in(() -> house.approvals.isAgreedWithout(id, Set.of(people)));
    }

    @Test
    void oneHandDoesNotMakeTheKeyThatAsksAndTheKeyThatAgrees() {
        UUID id = house.ask(
                ApprovalRequestSpec.tool("isolate_host", withKey("sam", "root")).reason("beaconing"));
        Refused.because("requester", () -> approve(id, withKey("ann", "root", "approver")));
        assertEquals(
                Status.APPROVED,
                approve(id, withKey("ann", "somebody", "approver")).status());
    }

    @Test
    void whereTheOperatorsKeyMakesAllKeysTheyAreNotOnePersons() {
        UUID id = house.ask(ApprovalRequestSpec.tool("isolate_host", withKey("sam", "bootstrap-admin"))
                .reason("beaconing"));
        assertEquals(
                Status.APPROVED,
                approve(id, withKey("ann", "bootstrap-admin", "approver")).status());
    }

    @Test
    void whoeverMadeTheAgentsKeyDoesNotDecideWhatItAsks() {
        Actor agent = new Actor(
                "sam",
                "sam",
                Actor.Kind.AGENT,
                "triage-agent",
                Set.of(),
                Set.of(Scopes.WORKFLOWS_EXECUTE),
                new Credential(Credential.Kind.API_KEY, UUID.randomUUID().toString(), "ann", null),
                List.of());
        UUID id = house.ask(ApprovalRequestSpec.tool("isolate_host", agent)
                .reason("beaconing")
                .arguments(java.util.Map.of()));
        Refused.because("requester", () -> approve(id, called("ann")));
        assertEquals(Status.APPROVED, approve(id, called("bob")).status());
    }

    @Test
    void theRecordSaysByWhichCredential() {
        UUID id = house.askedBy("rita", Rule.manual());
        RequestView after = approve(id, withKey("ann", "root", "approver"));
        assertEquals("api_key", after.decisions().get(0).credential().get("kind"));
        assertEquals("root", after.decisions().get(0).credential().get("created_by"));
        assertEquals("192.0.2.7", after.decisions().get(0).credential().get("address"));
    }

    @Test
    void whoIsAskedThroughARoleOfTheirOwnSeesAndDecidesWithoutScopes() {
        house.people.with("lea", "soc-lead");
        UUID id = house.askedBy("rita", Rule.single(List.of(), List.of("soc-lead")));
        UUID other = house.askedBy("rita", Rule.manual());
        Actor lea = called("lea");
        assertTrue(house.see(id, lea).decidable());
        assertEquals(
                List.of(id),
                house.list(RequestQuery.pending(), lea).items().stream()
                        .map(RequestView::uuid)
                        .toList());
        Refused.with(ErrorCode.FORBIDDEN, () -> house.see(other, lea));
        assertEquals(Status.APPROVED, approve(id, lea).status());
    }

    @Test
    void aDelegationStaysWithinTheOrganization() {
        house.people
                .withIn("a", "gina", "approver")
                .withIn("b", "carl", "approver")
                .withIn("a", "adam", "soc-admin");
        Refused.with(ErrorCode.VALIDATION_ERROR, () -> delegate("gina", "carl"));
        house.people.withIn("a", "cara");
        delegate("gina", "cara");
        Actor foreign = Actor.person(
                house.people.withIn("b", "bea", "soc-admin").byId("bea").orElseThrow(), ApprovalsFixture.SESSION);
        assertEquals(
                0,
                house.in(() -> house.delegations.list(foreign, PageRequest.first()))
                        .total());
        assertEquals(
                1,
                house.in(() -> house.delegations.list(called("adam"), PageRequest.first()))
                        .total());
    }

    private void delegate(String from, String to) {
        DelegationDraft draft = new DelegationDraft(
                to, List.of(), house.clock.instant(), house.clock.instant().plus(Duration.ofDays(1)), "away");
        house.in(() -> house.delegations.create(draft, called(from)));
    }
}
