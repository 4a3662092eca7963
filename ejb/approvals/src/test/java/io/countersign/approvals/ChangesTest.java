package io.countersign.approvals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.approvals.AgreementDocument.Form;
import io.countersign.approvals.AgreementDocument.Part;
import io.countersign.approvals.change.Admins;
import io.countersign.approvals.policy.PolicyJson;
import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.PageRequest;
import io.countersign.security.Actor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes that hold only when somebody else has agreed. */
class ChangesTest {

    private final String subject = UUID.randomUUID().toString();
    private final List<Change> carriedOut = new ArrayList<>();
    private ApprovalsFixture house;

    @BeforeEach
    void start() {
        house = new ApprovalsFixture();
        house.people.with("ada", "soc-admin").with("ben", "soc-admin");
        house.events.observers.add(event -> {
            if (event instanceof RequestDecided decided) {
                house.changes.agreedTo(decided, "thing").ifPresent(carriedOut::add);
            }
        });
    }

    @AfterEach
    void stop() {
        house.close();
    }

    private ProposedChange risk(String before, String after) {
        return new ProposedChange(
                "thing",
                subject,
                "Lower the risk of the thing",
                Map.of("risk_level", after),
                Map.of("risk_level", after),
                List.of(new ProposedChange.Field("risk_level", Form.VALUE, before, after)),
                7L,
                Rule.single(List.of("ben"), List.of("soc-admin")),
                RiskLevel.HIGH,
                null,
                Set.of(),
                null,
                null);
    }

    private UUID proposed() {
        return house.in(() -> house.changes.propose(risk("high", "low"), house.admin("ada")))
                .id();
    }

    @Test
    void whatIsAgreedToIsWhatIsCarriedOut() {
        UUID id = proposed();
        assertEquals(List.of(), carriedOut);
        assertEquals(Kind.CHANGE, house.see(id).kind());
        house.decide(id, Verdict.APPROVE, null, null, house.admin("ben"));
        assertEquals(1, carriedOut.size());
        Change change = carriedOut.get(0);
        assertEquals(Map.of("risk_level", "low"), change.payload());
        assertEquals(7L, change.baseVersion());
        assertEquals("ada", change.requester());
        assertEquals(subject, change.subjectId());
    }

    @Test
    void theSameProposedAgainIsTheRequestThatThereIs() {
        UUID first = proposed();
        assertEquals(first, proposed(), "saved twice");
        UUID byAnother = house.in(() -> house.changes.propose(risk("high", "low"), house.admin("ben")))
                .id();
        assertNotEquals(first, byAnother, "somebody else proposes it too");
        house.decide(first, Verdict.REJECT, "no", null, house.admin("ben"));
        assertNotEquals(first, proposed(), "a request that has ended is not asked again");
    }

    @Test
    void somethingNewIsProposedOnce() {
        UUID first = policyAsked(policy("isolate", 1));
        assertEquals(first, policyAsked(policy("isolate", 1)));
        assertNotEquals(first, policyAsked(policy("isolate", 2)));
    }

    private UUID policyAsked(PolicyDraft wanted) {
        return ((PolicyChange.Pending) house.in(() -> house.policies.create(wanted, house.admin("ada"))))
                .approvalRequestUuid();
    }

    @Test
    void whatWaitsIsListedForWhomItConcernsUntilItEnds() {
        UUID id = proposed();
        PendingChange waiting = pending(house.admin("ben")).get(0);
        assertEquals(id, waiting.requestUuid());
        assertEquals(subject, waiting.subjectId());
        assertEquals("Lower the risk of the thing", waiting.title());
        Actor ada = house.admin("ada");
        Actor ofAcme = new Actor(
                "otto", "otto", ada.kind(), "otto", ada.roles(), ada.scopes(), ada.credential(), List.of("acme"));
        assertEquals(List.of(), pending(ofAcme), "the house's is not theirs");
        house.clock.pass(Duration.ofDays(2));
        assertEquals(List.of(), pending(house.admin("ben")), "its time is over");
    }

    private List<PendingChange> pending(Actor viewer) {
        return house.in(() -> house.changes.pending("thing", viewer));
    }

    @Test
    void idsAreShownWithWhatPeopleCallThem() {
        Map<String, Object> before = Map.of("workflows", List.of("id-1"));
        Map<String, Object> after = Map.of("workflows", List.of("id-1", "id-2"));
        AdminChange change = new AdminChange(
                "thing", "thing", "a", UUID.fromString(subject), before, after, Map.of("id-2", "Block IP"), 1L, null);
        UUID id = house.in(
                        () -> new AdminChanges(house.changes, new Admins(house.people)).ask(change, house.admin("ada")))
                .orElseThrow()
                .id();
        AgreementView seen = house.in(() -> house.approvals.agreement(id, house.admin("ben")));
        String shown = String.valueOf(seen.document().value(Part.WHAT_RUNS, "workflows"));
        assertTrue(shown.contains("Block IP (id-2)"), shown);
    }

    @Test
    void theTitleNamesWhatChanges() {
        house.people.without("ben");
        Policy made = ((PolicyChange.Done) house.in(() -> house.policies.create(policy("a", 1), house.admin("ada"))))
                .policy();
        house.people.with("ben", "soc-admin");
        assertEquals(
                "Change the priority of the approval policy a from 1 to 2",
                house.see(asked(made, 2)).actionDescription());
    }

    @Test
    void nobodyAgreesToTheirOwnChange() {
        UUID id = proposed();
        Refused.because("requester", () -> house.decide(id, Verdict.APPROVE, null, null, house.admin("ada")));
        assertEquals(List.of(), carriedOut);
    }

    @Test
    void aRejectedChangeIsNotCarriedOut() {
        UUID id = proposed();
        house.decide(id, Verdict.REJECT, "no", null, house.admin("ben"));
        assertEquals(List.of(), carriedOut);
    }

    @Test
    void theDocumentShowsTheDifferenceAndTheDigestCoversIt() {
        UUID id = proposed();
        AgreementView seen = house.in(() -> house.approvals.agreement(id, house.admin("ben")));
        assertEquals("-high\n+low", seen.document().value(Part.WHAT_RUNS, "risk_level"));
        UUID other = house.in(() -> house.changes.propose(risk("high", "medium"), house.admin("ada")))
                .id();
        assertNotEquals(house.see(id).argumentsSha256(), house.see(other).argumentsSha256());
    }

    @Test
    void aChangeIsNotRevised() {
        UUID id = proposed();
        Refused.with(
                ErrorCode.CONFLICT,
                () -> house.in(() -> house.approvals.revise(
                        id, new Revision(null, Map.of("risk_level", "critical"), "more"), null, house.admin("ada"))));
    }

    @Test
    void noPolicyAgreesToAChange() {
        house.people.without("ben");
        house.in(() -> house.policies.create(
                PolicyJson.draft(Map.of(
                        "name",
                        "all",
                        "kind",
                        "auto",
                        "enabled",
                        true,
                        "priority",
                        1,
                        "when",
                        Map.of("tool_name", "change_thing"),
                        "then",
                        Map.of("decision", "approve"))),
                house.admin("ada")));
        house.people.with("ben", "soc-admin");
        assertEquals(Status.PENDING, house.see(proposed()).status());
    }

    @Test
    void pendingChangesOfASubjectAreWithdrawn() {
        UUID id = proposed();
        assertEquals(1, house.in(() -> house.changes.cancelPending("thing", subject, "edited")));
        assertEquals(Status.CANCELLED, house.see(id).status());
        assertEquals(0, house.in(() -> house.changes.cancelPending("thing", subject, "edited")));
    }

    @Test
    void aPolicyIsChangedOnceAnotherAdminAgrees() {
        PolicyDraft wanted = policy("isolate", 1);
        PolicyChange.Pending pending =
                (PolicyChange.Pending) house.in(() -> house.policies.create(wanted, house.admin("ada")));
        RequestView asked = house.see(pending.approvalRequestUuid());
        assertEquals("change", asked.kind().toString());
        assertEquals("create", asked.parameters().get("operation"));
        assertEquals(0, policies().size());
        house.decide(asked.uuid(), Verdict.APPROVE, null, null, house.admin("ben"));
        assertEquals(List.of("isolate"), policies().stream().map(Policy::name).toList());
    }

    @Test
    void aChangeOfAPolicyThatWasChangedMeanwhileIsDropped() {
        house.people.without("ben");
        Policy made = ((PolicyChange.Done) house.in(() -> house.policies.create(policy("a", 1), house.admin("ada"))))
                .policy();
        house.people.with("ben", "soc-admin");
        UUID first = asked(made, 2);
        UUID second = asked(made, 3);
        house.decide(first, Verdict.APPROVE, null, null, house.admin("ben"));
        house.decide(second, Verdict.APPROVE, null, null, house.admin("ben"));
        assertEquals(2, policies().get(0).priority());
        assertTrue(house.audit.actions().contains("policy.change_dropped"));
    }

    private UUID asked(Policy policy, int priority) {
        return ((PolicyChange.Pending) house.in(
                        () -> house.policies.update(policy.uuid(), policy("a", priority), null, house.admin("ada"))))
                .approvalRequestUuid();
    }

    private List<Policy> policies() {
        return house.in(() -> house.policies.list(house.admin("ada"), PageRequest.first()))
                .items();
    }

    private static PolicyDraft policy(String name, int priority) {
        return PolicyJson.draft(Map.of(
                "name",
                name,
                "kind",
                "severity",
                "enabled",
                true,
                "priority",
                priority,
                "when",
                Map.of("tool_name", "isolate_host"),
                "then",
                Map.of("approval_type", "multi", "required_approvers", 2, "required_roles", List.of("approver"))));
    }
}
