package io.countersign.approvals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.security.Credential;
import io.countersign.security.Scopes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens in whatever order, nothing is approved without the agreement of people none of whom is requester, author,
 * editor, or the hand behind one of them. Histories of asks, votes, renames, lost roles, departures, moves, revisions and
 * delegations are driven through the real façade over real tables, and each approval is judged by a tally that shares nothing
 * with the rules: it is kept of who did what, and never of what the module says.
 */
class NobodyActsAloneTest {

    private static final int HISTORIES = 60;
    private static final int STEPS = 40;
    private static final List<String> PEOPLE = List.of("p1", "p2", "p3", "p4", "p5", "p6");

    private final ApprovalsFixture house = new ApprovalsFixture();

    @AfterEach
    void close() {
        house.close();
    }

    /** What the tally knows of a request. */
    private static final class Asked {
        final UUID id;
        final int needed;
        final String organization;
        /** Requesters, the hands behind them, authors and editors. */
        final Set<String> barred = new HashSet<>();
        /** Who approved since the last revision, and for whom. */
        final Map<String, String> approvals = new HashMap<>();

        Asked(UUID id, int needed, String organization) {
            this.id = id;
            this.needed = needed;
            this.organization = organization;
        }
    }

    /** Who somebody is at this moment. */
    private record Now(String name, Set<String> roles, String organization, boolean here) {}

    private final Map<String, Now> now = new HashMap<>();
    private final Map<String, Set<String>> delegatesOf = new HashMap<>();
    private final List<Asked> asked = new ArrayList<>();
    private int approved;
    private int refused;

    @Test
    void noApprovalWithoutPeopleWhoHadNoPartInTheRequest() {
        for (int history = 0; history < HISTORIES; history++) {
            Random random = new Random(history);
            begin(random);
            for (int step = 0; step < STEPS; step++) {
                step(random, history);
            }
        }
        assertTrue(approved > HISTORIES / 2, approved + " approvals told something");
        assertTrue(refused > HISTORIES, refused + " refusals told something");
    }

    private void begin(Random random) {
        asked.clear();
        PEOPLE.forEach(id -> become(id, new Now(id, roles(random), organization(random), true)));
    }

    private static Set<String> roles(Random random) {
        return random.nextInt(4) == 0 ? Set.of() : Set.of("approver");
    }

    private static String organization(Random random) {
        return random.nextInt(4) == 0 ? "acme" : null;
    }

    private void become(String id, Now person) {
        now.put(id, person);
        house.people.without(id);
        if (person.here()) {
            house.people.withIn(person.organization(), id, person.roles().toArray(String[]::new));
            house.people.renamed(id, person.name());
        }
    }

    private void step(Random random, int history) {
        String who = PEOPLE.get(random.nextInt(PEOPLE.size()));
        Now is = now.get(who);
        switch (random.nextInt(12)) {
            case 0, 1 -> attempt(() -> ask(who, random));
            case 2 -> become(who, new Now(who + "-" + random.nextInt(3), is.roles(), is.organization(), is.here()));
            case 3 -> become(who, new Now(is.name(), roles(random), is.organization(), is.here()));
            case 4 -> become(who, new Now(is.name(), is.roles(), is.organization(), random.nextInt(3) > 0));
            case 5 -> become(who, new Now(is.name(), is.roles(), organization(random), is.here()));
            case 6 -> attempt(() -> revise(who, random));
            case 7 -> attempt(() -> delegate(who, random));
            default -> attempt(() -> vote(who, random, history));
        }
    }

    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (Refusal refusal) {
            refused++;
        }
    }

    private Actor actor(String id, String maker, Actor.Kind kind) {
        Now is = now.get(id);
        return new Actor(
                id,
                is.name(),
                kind,
                is.name(),
                // a token, or a key, says what it said when it was made
                Set.of("approver"),
                Set.of(Scopes.APPROVALS_READ, Scopes.APPROVALS_WRITE, Scopes.WORKFLOWS_EXECUTE),
                maker == null
                        ? Credential.of(
                                Credential.Kind.SESSION, UUID.randomUUID().toString())
                        : new Credential(
                                Credential.Kind.API_KEY, UUID.randomUUID().toString(), maker, null),
                is.organization() == null ? List.of() : List.of(is.organization()));
    }

    private String anybodyOrNobody(Random random) {
        return random.nextBoolean() ? null : PEOPLE.get(random.nextInt(PEOPLE.size()));
    }

    private void ask(String who, Random random) {
        String maker = anybodyOrNobody(random);
        Actor.Kind kind = random.nextBoolean() ? Actor.Kind.AGENT : Actor.Kind.HUMAN;
        Set<String> editors = new HashSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            editors.add(PEOPLE.get(random.nextInt(PEOPLE.size())));
        }
        int needed = 1 + random.nextInt(2);
        Actor requester = actor(who, maker, kind);
        ApprovalRequestSpec.Builder ask = random.nextBoolean()
                ? ApprovalRequestSpec.workflow(UUID.randomUUID(), "Block IP", 1, "c0de", requester)
                        .riskLevel(RiskLevel.CRITICAL)
                        .editors(editors)
                : ApprovalRequestSpec.tool("isolate_host", requester);
        ask.arguments(Map.of("parameters", Map.of("host", "h-1")))
                .reason("beaconing")
                .confidence(0.5)
                .rule(needed == 1 ? Rule.manual() : ApprovalsFixture.multi(needed, "approver"));
        ApprovalRequestSpec whole = ask.build();
        UUID id = house.in(() -> house.approvals.ask(whole)).id();
        Asked stands = new Asked(id, needed, now.get(who).organization());
        stands.barred.add(who);
        stands.barred.addAll(whole.editors());
        if (maker != null) {
            stands.barred.add(maker);
        }
        asked.add(stands);
    }

    private void revise(String who, Random random) {
        if (asked.isEmpty()) {
            return;
        }
        Asked request = asked.get(random.nextInt(asked.size()));
        String maker = anybodyOrNobody(random);
        Revision other = new Revision(null, Map.of("host", "h-" + random.nextInt(1000)), "another one");
        house.in(() -> house.approvals.revise(request.id, other, actor(who, maker, Actor.Kind.HUMAN)));
        request.barred.add(who);
        if (maker != null) {
            request.barred.add(maker);
        }
        request.approvals.clear();
    }

    private void delegate(String who, Random random) {
        String to = PEOPLE.get(random.nextInt(PEOPLE.size()));
        house.in(() -> house.delegations.create(
                new DelegationDraft(
                        now.get(to).name(),
                        List.of(),
                        house.clock.instant().minus(Duration.ofMinutes(1)),
                        house.clock.instant().plus(Duration.ofMinutes(30)),
                        "away"),
                actor(who, null, Actor.Kind.HUMAN)));
        delegatesOf.computeIfAbsent(who, key -> new HashSet<>()).add(to);
    }

    private void vote(String who, Random random, int history) {
        if (asked.isEmpty()) {
            return;
        }
        Asked request = asked.get(random.nextInt(asked.size()));
        String maker = anybodyOrNobody(random);
        Actor by = actor(who, maker, random.nextInt(6) == 0 ? Actor.Kind.AGENT : Actor.Kind.HUMAN);
        String digest = house.see(request.id).argumentsSha256();
        RequestView after = house.decide(request.id, Verdict.APPROVE, null, digest, by);
        assertEquals(Actor.Kind.HUMAN, by.kind(), "an agent decided in history " + history);
        assertTrue(now.get(who).here(), who + " has left and decided in history " + history);
        assertTrue(
                maker == null || maker.equals(who) || !request.barred.contains(maker),
                "a key made by " + maker + " decided in history " + history);
        request.approvals.put(who, lentBy(by, after));
        if (after.status() == Status.APPROVED) {
            judge(request, history);
            approved++;
            asked.remove(request);
        }
    }

    /** In whose name the decision is that came by this credential: theirs, or of somebody who has delegated to them. */
    private String lentBy(Actor by, RequestView after) {
        String name = after.decisions().stream()
                .filter(decision -> String.valueOf(by.credential().id())
                        .equals(decision.credential().get("id")))
                .map(RequestView.Decision::person)
                .findFirst()
                .orElseThrow();
        assertTrue(
                name.equals(by.person())
                        || delegatesOf.getOrDefault(name, Set.of()).contains(by.person()),
                by.person() + " decided in the name of " + name);
        return name;
    }

    /** People who are here, hold the role, belong there and had no part in it, each counted once. */
    private void judge(Asked request, int history) {
        Set<String> counted = new HashSet<>();
        request.approvals.forEach((hand, name) -> {
            boolean free = !request.barred.contains(hand) && !request.barred.contains(name);
            Now is = now.get(name);
            boolean belongs = is.organization() == null
                    || request.organization == null
                    || is.organization().equals(request.organization);
            if (free && is.here() && is.roles().contains("approver") && belongs) {
                counted.add(name);
            }
        });
        assertTrue(
                counted.size() >= request.needed,
                () -> "history " + history + ": approved by " + request.approvals + " though " + request.barred
                        + " had a part in it and people are " + now);
    }
}
