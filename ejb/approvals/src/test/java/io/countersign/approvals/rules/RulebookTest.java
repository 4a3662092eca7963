package io.countersign.approvals.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.Rule;
import io.countersign.approvals.RuleLimits;
import io.countersign.approvals.Status;
import io.countersign.approvals.Verdict;
import io.countersign.approvals.rules.Ruling.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the table does not reach: channels, policies, digests, comments, lent roles. */
class RulebookTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Ballot YES = new Ballot(Verdict.APPROVE, null, null);

    private static RequestFacts facts(Rule rule, Status status) {
        return new RequestFacts(
                status,
                NOW.plusSeconds(1),
                RiskLevel.LOW,
                rule,
                Set.of("rita"),
                Set.of(),
                Set.of(),
                Set.of("ann", "bob"),
                "digest");
    }

    private static Ruling judge(Rule rule, Caller caller, Ballot ballot) {
        return Rulebook.judge(facts(rule, Status.PENDING), List.of(), caller, ballot, NOW);
    }

    private static Caller human(String name, String... roles) {
        return new Caller.Human(name, null, Set.of(roles), List.of(), false);
    }

    private static Caller delegate(String giver, boolean wholly, String... lent) {
        return new Caller.Human(
                "dan", null, Set.of(), List.of(new Caller.Lender(giver, Set.of(lent), wholly, false)), false);
    }

    @Test
    void everyTerminalStateIsFinal() {
        for (Status status : Status.values()) {
            Ruling ruling = Rulebook.judge(facts(Rule.manual(), status), List.of(), human("ann", "approver"), YES, NOW);
            Ruling expected =
                    switch (status) {
                        case PENDING -> ruling;
                        case EXPIRED -> new Ruling.Refused(Reason.EXPIRED);
                        case APPROVED, REJECTED, CANCELLED -> new Ruling.Refused(Reason.ALREADY_DECIDED);
                    };
            assertEquals(expected, ruling);
            assertEquals(status == Status.PENDING, ruling instanceof Ruling.Settled);
        }
    }

    @Test
    void anotherDigestIsStale() {
        Caller ann = human("ann", "approver");
        assertEquals(
                new Ruling.Refused(Reason.STALE_DIGEST),
                judge(Rule.manual(), ann, new Ballot(Verdict.APPROVE, null, "other")));
    }

    @Test
    void aChannelOrAPolicyCountsOnlyWhereNobodyInParticularIsAskedFor() {
        for (Caller caller : List.of(new Caller.ChannelHolder("#soc", true), new Caller.HouseRule("p"))) {
            String name = caller instanceof Caller.ChannelHolder ? "channel:#soc" : "policy:p";
            Ruling.Settled settled = (Ruling.Settled) judge(Rule.manual(), caller, YES);
            assertEquals(name, settled.standing().vote().person());
            Rule roles = new Rule(ApprovalType.MANUAL, List.of("approver"), null, 1, List.of(), null);
            for (Rule rule : List.of(roles, Rule.multi(2, List.of()), Rule.single(List.of("ann"), List.of()))) {
                assertEquals(new Ruling.Refused(Reason.NOT_ELIGIBLE), judge(rule, caller, YES));
            }
            assertEquals(
                    new Ruling.Refused(Reason.REASON_MISSING),
                    judge(Rule.manual(), caller, new Ballot(Verdict.REJECT, null, null)));
        }
    }

    @Test
    void commentsHaveALength() {
        Caller ann = human("ann", "approver");
        String longest = "x".repeat(RuleLimits.MAX_COMMENT);
        Ballot tooLong = new Ballot(Verdict.APPROVE, longest + "x", null);
        assertEquals(new Ruling.Refused(Reason.COMMENT_TOO_LONG), judge(Rule.manual(), ann, tooLong));
        Ruling fits = judge(Rule.manual(), ann, new Ballot(Verdict.APPROVE, longest, null));
        assertEquals(Status.APPROVED, ((Ruling.Settled) fits).status());
    }

    @Test
    void theRoleThatCountsIsNoted() {
        Ruling.Settled settled = (Ruling.Settled) judge(Rule.manual(), human("ann", "approver", "other"), YES);
        assertEquals("approver", settled.standing().role());
        assertEquals(Set.of("approver"), settled.standing().vote().roles());
        Ruling.Settled named =
                (Ruling.Settled) judge(Rule.single(List.of("ann"), List.of("lead")), human("ann", "x"), YES);
        assertEquals(null, named.standing().role());
    }

    @Test
    void lentRolesLendNoName() {
        Rule named = Rule.single(List.of("ann"), List.of("lead"));
        assertEquals(new Ruling.Refused(Reason.NOT_ELIGIBLE), judge(named, delegate("ann", false, "network"), YES));
        Ruling.Settled wholly = (Ruling.Settled) judge(named, delegate("ann", true), YES);
        assertEquals("ann", wholly.standing().vote().person());
        assertEquals("dan", wholly.standing().vote().delegate());
        Ruling.Settled byRole = (Ruling.Settled) judge(named, delegate("zoe", false, "lead"), YES);
        assertEquals("zoe", byRole.standing().vote().person());
        Rule all = Rule.unanimous(List.of("ann", "bob"));
        assertEquals(new Ruling.Refused(Reason.NOT_ELIGIBLE), judge(all, delegate("ann", false, "lead"), YES));
        assertEquals(
                Ruling.Counted.class, judge(all, delegate("ann", true), YES).getClass());
    }

    @Test
    void whoOwesAReviewDecidesNoEmergencyThroughADelegateEither() {
        Rule emergency = new Rule(ApprovalType.EMERGENCY, List.of(), null, 1, List.of(), null);
        for (boolean owing : List.of(true, false)) {
            Caller.Lender eve = new Caller.Lender("eve", Set.of("emergency-approver"), true, owing);
            Ruling ruling = judge(emergency, new Caller.Human("dan", null, Set.of(), List.of(eve), false), YES);
            assertEquals(owing, ruling.equals(new Ruling.Refused(Reason.NOT_ELIGIBLE)));
            assertEquals(!owing, ruling instanceof Ruling.Settled);
        }
        Caller.Lender ann = new Caller.Lender("ann", Set.of("approver"), true, true);
        assertEquals(
                Ruling.Settled.class,
                judge(Rule.manual(), new Caller.Human("dan", null, Set.of(), List.of(ann), false), YES)
                        .getClass(),
                "only emergencies wait for reviews");
    }

    @Test
    void missingIsToldInWords() {
        RequestFacts three = facts(Rule.multi(3, List.of()), Status.PENDING);
        assertEquals(List.of("3 approvals"), Tally.missing(three, List.of()));
        Vote vote = new Vote("ann", null, Set.of("approver"), Verdict.APPROVE);
        Vote other = new Vote("bob", null, Set.of("approver"), Verdict.APPROVE);
        assertEquals(List.of("1 approval"), Tally.missing(three, List.of(vote, other)));
        assertEquals(List.of("ann", "bob"), Tally.missing(facts(Rule.unanimous(List.of()), Status.PENDING), List.of()));
    }
}
