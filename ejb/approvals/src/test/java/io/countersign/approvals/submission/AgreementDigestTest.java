package io.countersign.approvals.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.approvals.AgreementComparison;
import io.countersign.approvals.AgreementDocument;
import io.countersign.approvals.AgreementDocument.Entry;
import io.countersign.approvals.AgreementDocument.Part;
import io.countersign.approvals.AgreementView;
import io.countersign.approvals.ApprovalRequestSpec;
import io.countersign.approvals.ApprovalsFixture;
import io.countersign.approvals.Refused;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.Revision;
import io.countersign.approvals.Status;
import io.countersign.approvals.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The agreement document: whole, frozen when asked, digested, and compared with the last one agreed to. */
class AgreementDigestTest {

    private final ApprovalsFixture house = new ApprovalsFixture();
    private final UUID workflow = UUID.randomUUID();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void itAnswersWhatOnWhatWithWhatWhyAndUnderWhichRule() {
        UUID id = house.ask(toBlock("https://fw.example/block", "FIREWALL_KEY")
                .arguments(Map.of(
                        "indicator",
                        Map.of("type", "ip", "value", "203.0.113.9", "enrichments", Map.of("asn", 64500)),
                        "parameters",
                        Map.of("scope", "ENTIRE_DOMAIN"),
                        "alert",
                        Map.of("id", "A-1")))
                .potentialImpact("the office is cut off")
                .rule(ApprovalsFixture.multi(2, "approver")));
        AgreementDocument document = agreement(id).document();
        assertEquals("Block IP", document.value(Part.WHAT_RUNS, "Workflow"));
        assertEquals("c0de", document.value(Part.WHAT_RUNS, "SHA-256"));
        assertEquals("POST https://fw.example/block", document.value(Part.WHAT_RUNS, "Code"));
        assertEquals("203.0.113.9", document.value(Part.ON_WHAT, "Indicator"));
        assertTrue(String.valueOf(document.value(Part.ON_WHAT, "Enrichments")).contains("64500"));
        assertTrue(String.valueOf(document.value(Part.ON_WHAT, "Parameters")).contains("ENTIRE_DOMAIN"));
        assertTrue(String.valueOf(document.value(Part.ON_WHAT, "Alert")).contains("A-1"));
        assertEquals("FIREWALL_KEY", document.value(Part.WITH_WHAT, "Secrets"));
        assertEquals("beaconing", document.value(Part.WHY, "Reason"));
        assertEquals("the office is cut off", document.value(Part.WHY, "Potential impact"));
        assertEquals("human (rita)", document.value(Part.WHY, "Trigger"));
        assertEquals("2", document.value(Part.RULE, "Approvals needed"));
        assertEquals("approver", document.value(Part.RULE, "Required roles"));
    }

    @Test
    void itsDigestCoversAllOfItAndIsOnTheRecord() {
        UUID one = house.ask(toBlock("https://fw.example/block", "FIREWALL_KEY"));
        UUID other = house.ask(toBlock("https://fw.example/block", "DOMAIN_ADMIN_KEY"));
        assertEquals(house.see(one).argumentsSha256(), house.see(other).argumentsSha256());
        assertNotEquals(house.see(one).agreementSha256(), house.see(other).agreementSha256());
        AgreementView view = agreement(one);
        assertEquals(view.document().sha256(), view.sha256());
        assertEquals(view.sha256(), house.see(one).agreementSha256());
    }

    @Test
    void aDecisionThatSawAnotherDocumentIsRefused() {
        UUID id = house.ask(toBlock("https://fw.example/block", "FIREWALL_KEY"));
        String seen = house.see(id).agreementSha256();
        Revision revision = new Revision(null, Map.of("ttl", 999_999), "longer");
        house.in(() -> house.approvals.revise(id, revision, house.human("ann")));
        assertNotEquals(seen, house.see(id).agreementSha256());
        Refused.with(
                io.countersign.kernel.ErrorCode.CONFLICT,
                () -> house.decide(id, Verdict.APPROVE, null, seen, house.human("bob")));
        String now = house.see(id).agreementSha256();
        assertEquals(
                Status.APPROVED,
                house.decide(id, Verdict.APPROVE, null, now, house.human("bob")).status());
    }

    @Test
    void aChangedEndpointShowsThoughTheCodeIsTheSame() {
        agree(toBlock("https://fw.example/block", "FIREWALL_KEY"));
        AgreementComparison comparison = agreement(house.ask(toBlock("https://evil.example/block", "FIREWALL_KEY")))
                .comparison();
        assertFalse(comparison.runsTheSame());
        assertFalse(comparison.sentence().contains("same code"), comparison.sentence());
        assertEquals(
                List.of("-POST https://fw.example/block", "+POST https://evil.example/block"),
                sided(change(comparison, Part.WHAT_RUNS, "Code")));
    }

    @Test
    void aChangedGrantShows() {
        agree(toBlock("https://fw.example/block", "FIREWALL_KEY"));
        AgreementComparison comparison = agreement(
                        house.ask(toBlock("https://fw.example/block", "FIREWALL_KEY", "DOMAIN_ADMIN_KEY")))
                .comparison();
        assertFalse(comparison.runsTheSame());
        assertEquals(List.of("+DOMAIN_ADMIN_KEY"), sided(change(comparison, Part.WITH_WHAT, "Secrets")));
    }

    @Test
    void theSameCodeIsSaidOnlyWhenWhatItMayUseIsTheSameToo() {
        UUID first = house.ask(toBlock("https://fw.example/block", "FIREWALL_KEY"));
        assertEquals(
                "Nothing of this kind has been approved before.",
                agreement(first).comparison().sentence());
        house.approve(first, "ann");
        house.pass(Duration.ofSeconds(5));
        AgreementComparison comparison = agreement(house.ask(
                        toBlock("https://fw.example/block", "FIREWALL_KEY").reason("again")))
                .comparison();
        assertTrue(comparison.runsTheSame());
        assertTrue(comparison.sentence().startsWith("The same code was approved last time"), comparison.sentence());
        assertEquals(
                List.of("-beaconing", "+again"),
                change(comparison, Part.WHY, "Reason").lines());
    }

    @Test
    void whatAPolicyAgreedToIsNotWhatPeopleAgreedTo() {
        UUID rejected = house.ask(toBlock("https://fw.example/block", "FIREWALL_KEY"));
        house.reject(rejected, "ann", "no");
        house.pass(Duration.ofSeconds(5));
        assertFalse(agreement(house.ask(toBlock("https://fw.example/block", "FIREWALL_KEY")))
                .comparison()
                .isThere());
    }

    @Test
    void whoSeesOnlyTheirOwnRequestsLearnsNothingOfOtherPeoplesInputs() {
        agree(toBlock("https://fw.example/block", "FIREWALL_KEY").reason("the boss is suspected"));
        UUID id = house.ask(toBlock("https://evil.example/block", "FIREWALL_KEY"));
        AgreementComparison seen = house.in(() -> house.approvals.agreement(id, house.agentOf("rita")))
                .comparison();
        assertTrue(seen.changes().stream().anyMatch(change -> change.part() == Part.WHAT_RUNS));
        assertTrue(house.in(() -> house.approvals.agreement(id, onlyAsks("rita"))).comparison().changes().stream()
                .noneMatch(change -> change.part() == Part.WHY));
    }

    @Test
    void aRequestOfBeforeHasADocumentAndADigestToo() {
        UUID id = house.ask(house.toBlock("rita"));
        house.in(() -> house.forgetAgreement(id));
        RequestView old = house.see(id);
        assertEquals(64, old.agreementSha256().length());
        assertEquals("class BlockIp {}", agreement(id).document().value(Part.WHAT_RUNS, "Code"));
        assertEquals(
                Status.APPROVED,
                house.decide(id, Verdict.APPROVE, null, old.agreementSha256(), house.human("ann"))
                        .status());
    }

    private io.countersign.security.Actor onlyAsks(String name) {
        return new io.countersign.security.Actor(
                name,
                name,
                io.countersign.security.Actor.Kind.HUMAN,
                name,
                java.util.Set.of(),
                java.util.Set.of(io.countersign.security.Scopes.WORKFLOWS_EXECUTE),
                ApprovalsFixture.SESSION,
                List.of());
    }

    private void agree(ApprovalRequestSpec.Builder ask) {
        house.approve(house.ask(ask), "ann");
        house.pass(Duration.ofSeconds(5));
    }

    private ApprovalRequestSpec.Builder toBlock(String url, String... secrets) {
        return ApprovalRequestSpec.workflow(workflow, "Block IP", 3, "c0de", house.human("rita"))
                .arguments(Map.of("parameters", Map.of("ttl", 60)))
                .reason("beaconing")
                .terms(List.of(
                        Entry.code(Part.WHAT_RUNS, "Code", "POST " + url),
                        Entry.list(Part.WITH_WHAT, "Secrets", List.of(secrets))));
    }

    private AgreementView agreement(UUID id) {
        return house.in(() -> house.approvals.agreement(id));
    }

    private static AgreementComparison.Change change(AgreementComparison comparison, Part part, String label) {
        return comparison.changes().stream()
                .filter(one -> one.part() == part && one.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError(comparison.changes().toString()));
    }

    private static List<String> sided(AgreementComparison.Change change) {
        return change.lines().stream()
                .filter(line -> line.startsWith("-") || line.startsWith("+"))
                .toList();
    }
}
