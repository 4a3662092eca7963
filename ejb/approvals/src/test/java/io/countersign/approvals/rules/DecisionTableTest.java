package io.countersign.approvals.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.Quorum;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.Rule;
import io.countersign.approvals.Status;
import io.countersign.approvals.Verdict;
import io.countersign.approvals.rules.Model.Attempt;
import io.countersign.approvals.rules.Model.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Type × roles × order × duplicates × expiry × requester × editors × key makers × delegation, against a model of another make. */
class DecisionTableTest {

    private static final List<String> PEOPLE = List.of("a", "b", "c", "d", "e");
    private static final List<String> ROLES = List.of("approver", "lead", "network", "emergency-approver");
    private static final Instant ASKED = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant EXPIRES = ASKED.plusSeconds(60);

    @Property
    void rulesAgreeWithTheModel(@ForAll("worlds") World world, @ForAll("attempts") List<Attempt> attempts) {
        Model model = new Model(world);
        Status status = Status.PENDING;
        List<Vote> votes = new ArrayList<>();
        for (Attempt attempt : attempts) {
            DecisionResult ruling = Rulebook.judge(
                    facts(world, model, status), votes, caller(world, attempt), ballot(attempt), at(attempt));
            assertEquals(model.attempt(attempt), word(ruling), attempt + " after " + votes);
            if (ruling instanceof DecisionResult.Counted counted) {
                votes.add(counted.standing().vote());
            } else if (ruling instanceof DecisionResult.Settled settled) {
                votes.add(settled.standing().vote());
                status = settled.status();
            }
        }
    }

    private static String word(DecisionResult ruling) {
        if (ruling instanceof DecisionResult.Refused refused) {
            return refused.reason().name();
        }
        return ruling instanceof DecisionResult.Settled settled
                ? settled.status().name()
                : "PENDING";
    }

    private static Instant at(Attempt attempt) {
        return attempt.late() ? EXPIRES : EXPIRES.minusNanos(1000);
    }

    private static DecisionInput ballot(Attempt attempt) {
        return new DecisionInput(
                attempt.approve() ? Verdict.APPROVE : Verdict.REJECT, attempt.reasoned() ? "because" : " ", "digest");
    }

    private static DecisionCaller caller(World world, Attempt attempt) {
        if (attempt.agent()) {
            return new DecisionCaller.Agent(attempt.person());
        }
        List<DecisionCaller.Lender> lenders = world.rolesOf().keySet().stream()
                .filter(giver -> attempt.person().equals(world.delegateOf().get(giver)))
                .map(giver -> new DecisionCaller.Lender(
                        giver,
                        world.rolesOf().get(giver),
                        true,
                        world.owesReview().contains(giver)))
                .toList();
        return new DecisionCaller.Human(
                attempt.person(),
                attempt.keyMaker(),
                world.rolesOf().get(attempt.person()),
                lenders,
                world.owesReview().contains(attempt.person()));
    }

    private static RequestFacts facts(World world, Model model, Status status) {
        return new RequestFacts(
                status,
                EXPIRES,
                world.risky() ? RiskLevel.HIGH : RiskLevel.MEDIUM,
                rule(world),
                Set.of(world.requester()),
                Set.of(world.keyMaker()),
                world.editors(),
                world.type() == ApprovalType.UNANIMOUS ? model.everybody() : Set.of(),
                "digest");
    }

    private static Rule rule(World world) {
        boolean multi = world.type() == ApprovalType.MULTI;
        Quorum quorum = multi && !world.alternatives().isEmpty()
                ? new Quorum.Any(world.alternatives().stream()
                        .map(DecisionTableTest::all)
                        .toList())
                : null;
        return new Rule(
                world.type(),
                world.roles(),
                multi && quorum == null ? world.people() : null,
                world.rejections(),
                world.named(),
                quorum);
    }

    private static Quorum all(List<String> places) {
        Map<String, Integer> counts = new TreeMap<>();
        places.forEach(role -> counts.merge(role, 1, Integer::sum));
        List<Quorum> parts = new ArrayList<>();
        counts.forEach((role, count) -> parts.add(new Quorum.Slots(role, count)));
        return new Quorum.All(parts);
    }

    @Provide
    Arbitrary<World> worlds() {
        Arbitrary<List<String>> named =
                Arbitraries.of(PEOPLE).list().uniqueElements().ofMaxSize(3);
        Arbitrary<List<String>> roles =
                Arbitraries.of(ROLES).list().uniqueElements().ofMaxSize(2);
        Arbitrary<List<List<String>>> alternatives =
                Arbitraries.of(ROLES).list().ofMinSize(1).ofMaxSize(3).list().ofMaxSize(2);
        Arbitrary<List<Integer>> numbers =
                Arbitraries.integers().between(1, 3).list().ofSize(2);
        return Combinators.combine(
                        Arbitraries.of(ApprovalType.class),
                        holdings(),
                        Arbitraries.of(PEOPLE).list().ofSize(4),
                        Arbitraries.of(true, false),
                        named,
                        roles,
                        Combinators.combine(numbers, alternatives).as((count, ways) -> Map.entry(count, ways)),
                        delegations())
                .as((type, held, two, risky, names, wanted, quorum, lent) -> new World(
                        type,
                        held,
                        two.get(0),
                        two.get(1),
                        Set.copyOf(two.subList(2, 4)),
                        risky,
                        names,
                        wanted,
                        quorum.getKey().get(0) + 1,
                        quorum.getKey().get(1),
                        quorum.getValue(),
                        lent,
                        risky ? Set.of("b") : Set.of()));
    }

    private static Arbitrary<Map<String, Set<String>>> holdings() {
        return Arbitraries.of(ROLES)
                .set()
                .ofMaxSize(2)
                .list()
                .ofSize(PEOPLE.size())
                .map(sets -> {
                    Map<String, Set<String>> held = new TreeMap<>();
                    for (int i = 0; i < PEOPLE.size(); i++) {
                        held.put(PEOPLE.get(i), sets.get(i));
                    }
                    return held;
                });
    }

    private static Arbitrary<Map<String, String>> delegations() {
        return Arbitraries.of(PEOPLE).list().ofSize(2).list().ofMaxSize(2).map(pairs -> {
            Map<String, String> lent = new HashMap<>();
            pairs.stream()
                    .filter(pair -> !pair.get(0).equals(pair.get(1)))
                    .forEach(pair -> lent.put(pair.get(0), pair.get(1)));
            return lent;
        });
    }

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        Arbitrary<Boolean> mostly = Arbitraries.frequency(Tuple.of(5, true), Tuple.of(1, false));
        Arbitrary<String> makers = Arbitraries.of(PEOPLE).injectNull(0.8);
        Arbitrary<Boolean> seldom = Arbitraries.frequency(Tuple.of(1, true), Tuple.of(15, false));
        return Combinators.combine(Arbitraries.of(PEOPLE), makers, mostly, seldom, seldom, mostly)
                .as(Attempt::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(9);
    }
}
