package io.countersign.approvals.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.Rule;
import io.countersign.approvals.RuleLimits;
import io.countersign.approvals.Status;
import io.countersign.approvals.Verdict;
import io.countersign.approvals.rules.DecisionResult.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the table does not reach: channels, policies, digests, comments, lent roles. */
class RulebookTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final DecisionInput YES = new DecisionInput(Verdict.APPROVE, null, null);

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

    private static DecisionResult judge(Rule rule, DecisionCaller caller, DecisionInput ballot) {
        return Rulebook.judge(facts(rule, Status.PENDING), List.of(), caller, ballot, NOW);
    }

    private static DecisionCaller human(String name, String... roles) {
        return new DecisionCaller.Human(name, null, Set.of(roles), List.of(), false);
    }

    private static DecisionCaller delegate(String giver, boolean wholly, String... lent) {
        return new DecisionCaller.Human(
                "dan", null, Set.of(), List.of(new DecisionCaller.Lender(giver, Set.of(lent), wholly, false)), false);
    }

    @Test
    void everyTerminalStateIsFinal() {
        for (Status status : Status.values()) {
            DecisionResult ruling =
                    Rulebook.judge(facts(Rule.manual(), status), List.of(), human("ann", "approver"), YES, NOW);
            DecisionResult expected =
                    switch (status) {
                        case PENDING -> ruling;
                        case EXPIRED -> new DecisionResult.Refused(Reason.EXPIRED);
                        case APPROVED, REJECTED, CANCELLED -> new DecisionResult.Refused(Reason.ALREADY_DECIDED);
                    };
            assertEquals(expected, ruling);
            assertEquals(status == Status.PENDING, ruling instanceof DecisionResult.Settled);
        }
    }

    @Test
    void anotherDigestIsStale() {
        DecisionCaller ann = human("ann", "approver");
        assertEquals(
                new DecisionResult.Refused(Reason.STALE_DIGEST),
                judge(Rule.manual(), ann, new DecisionInput(Verdict.APPROVE, null, "other")));
    }

    @Test
    void aChannelOrAPolicyCountsOnlyWhereNobodyInParticularIsAskedFor() {
        for (DecisionCaller caller :
                List.of(new DecisionCaller.ChannelHolder("#soc", true), new DecisionCaller.PolicyCaller("p"))) {
            String name = caller instanceof DecisionCaller.ChannelHolder ? "channel:#soc" : "policy:p";
            DecisionResult.Settled settled = (DecisionResult.Settled) judge(Rule.manual(), caller, YES);
            assertEquals(name, settled.standing().vote().person());
            Rule roles = new Rule(ApprovalType.MANUAL, List.of("approver"), null, 1, List.of(), null);
            for (Rule rule : List.of(roles, Rule.multi(2, List.of()), Rule.single(List.of("ann"), List.of()))) {
                assertEquals(new DecisionResult.Refused(Reason.NOT_ELIGIBLE), judge(rule, caller, YES));
            }
            assertEquals(
                    new DecisionResult.Refused(Reason.REASON_MISSING),
                    judge(Rule.manual(), caller, new DecisionInput(Verdict.REJECT, null, null)));
        }
    }

    @Test
    void commentsHaveALength() {
        DecisionCaller ann = human("ann", "approver");
        String longest = "x".repeat(RuleLimits.MAX_COMMENT);
        DecisionInput tooLong = new DecisionInput(Verdict.APPROVE, longest + "x", null);
        assertEquals(new DecisionResult.Refused(Reason.COMMENT_TOO_LONG), judge(Rule.manual(), ann, tooLong));
        DecisionResult fits = judge(Rule.manual(), ann, new DecisionInput(Verdict.APPROVE, longest, null));
        assertEquals(Status.APPROVED, ((DecisionResult.Settled) fits).status());
    }

    @Test
    void theRoleThatCountsIsNoted() {
        DecisionResult.Settled settled =
                (DecisionResult.Settled) judge(Rule.manual(), human("ann", "approver", "other"), YES);
        assertEquals("approver", settled.standing().role());
        assertEquals(Set.of("approver"), settled.standing().vote().roles());
        DecisionResult.Settled named =
                (DecisionResult.Settled) judge(Rule.single(List.of("ann"), List.of("lead")), human("ann", "x"), YES);
        assertEquals(null, named.standing().role());
    }

    @Test
    void lentRolesLendNoName() {
        Rule named = Rule.single(List.of("ann"), List.of("lead"));
        assertEquals(
                new DecisionResult.Refused(Reason.NOT_ELIGIBLE), judge(named, delegate("ann", false, "network"), YES));
        DecisionResult.Settled wholly = (DecisionResult.Settled) judge(named, delegate("ann", true), YES);
        assertEquals("ann", wholly.standing().vote().person());
        assertEquals("dan", wholly.standing().vote().delegate());
        DecisionResult.Settled byRole = (DecisionResult.Settled) judge(named, delegate("zoe", false, "lead"), YES);
        assertEquals("zoe", byRole.standing().vote().person());
        Rule all = Rule.unanimous(List.of("ann", "bob"));
        assertEquals(new DecisionResult.Refused(Reason.NOT_ELIGIBLE), judge(all, delegate("ann", false, "lead"), YES));
        assertEquals(
                DecisionResult.Counted.class,
                judge(all, delegate("ann", true), YES).getClass());
    }

    @Test
    void whoOwesAReviewDecidesNoEmergencyThroughADelegateEither() {
        Rule emergency = new Rule(ApprovalType.EMERGENCY, List.of(), null, 1, List.of(), null);
        for (boolean owing : List.of(true, false)) {
            DecisionCaller.Lender eve = new DecisionCaller.Lender("eve", Set.of("emergency-approver"), true, owing);
            DecisionResult ruling =
                    judge(emergency, new DecisionCaller.Human("dan", null, Set.of(), List.of(eve), false), YES);
            assertEquals(owing, ruling.equals(new DecisionResult.Refused(Reason.NOT_ELIGIBLE)));
            assertEquals(!owing, ruling instanceof DecisionResult.Settled);
        }
        DecisionCaller.Lender ann = new DecisionCaller.Lender("ann", Set.of("approver"), true, true);
        assertEquals(
                DecisionResult.Settled.class,
                judge(Rule.manual(), new DecisionCaller.Human("dan", null, Set.of(), List.of(ann), false), YES)
                        .getClass(),
                "only emergencies wait for reviews");
    }

    @Test
    void missingIsToldInWords() {
        RequestFacts three = facts(Rule.multi(3, List.of()), Status.PENDING);
        assertEquals(List.of("3 approvals"), VoteCount.missing(three, List.of()));
        Vote vote = new Vote("ann", null, Set.of("approver"), Verdict.APPROVE);
        Vote other = new Vote("bob", null, Set.of("approver"), Verdict.APPROVE);
        assertEquals(List.of("1 approval"), VoteCount.missing(three, List.of(vote, other)));
        assertEquals(
                List.of("ann", "bob"), VoteCount.missing(facts(Rule.unanimous(List.of()), Status.PENDING), List.of()));
    }
}
