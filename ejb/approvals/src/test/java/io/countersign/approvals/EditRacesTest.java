package io.countersign.approvals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.approvals.policy.PolicyJson;
import io.countersign.kernel.Refusal;
import io.countersign.security.ConcurrentChange;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** Many edits of one delegation or policy at once, on both databases: each is applied or is a conflict. */
class EditRacesTest {

    private static final int EDITORS = 20;
    private static final int ROUNDS = 5;

    @Test
    void editsTakeTurnsOnH2() throws Exception {
        try (ApprovalsFixture house = new ApprovalsFixture(Tables.h2(), new ApprovalSettings(3600))) {
            race(house);
        }
    }

    @Test
    void editsTakeTurnsOnPostgres() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                ApprovalsFixture house = new ApprovalsFixture(
                        new Tables(postgres.getJdbcUrl("postgres", "postgres"), "postgres", ""),
                        new ApprovalSettings(3600))) {
            race(house);
        }
    }

    private static void race(ApprovalsFixture house) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            ofEditsWithOneTagOneIsApplied(house);
            editsWithoutATagAreAppliedOrConflicts(house);
            aDelegationEndsOnce(house);
            aPolicyIsEditedAndRemovedInTurns(house, "house rule " + round);
        }
    }

    private static void ofEditsWithOneTagOneIsApplied(ApprovalsFixture house) throws Exception {
        Delegation made = delegated(house);
        Map<String, Integer> words = together(i -> house.in(() ->
                house.delegations.update(made.uuid(), draft(house, "reason " + i), made.etag(), house.human("bob"))));
        assertEquals(Map.of("done", 1, "CONFLICT", EDITORS - 1), words);
    }

    private static void editsWithoutATagAreAppliedOrConflicts(ApprovalsFixture house) throws Exception {
        Delegation made = delegated(house);
        Map<String, Integer> words = together(i -> house.in(
                () -> house.delegations.update(made.uuid(), draft(house, "reason " + i), null, house.human("bob"))));
        assertTrue(Set.of("done", "CONFLICT").containsAll(words.keySet()), words.toString());
        Delegation after = house.in(() -> house.delegations.get(made.uuid(), house.human("bob")));
        assertEquals(
                Integer.parseInt(made.etag()) + words.get("done"), Integer.parseInt(after.etag()), "no edit is lost");
    }

    private static void aDelegationEndsOnce(ApprovalsFixture house) throws Exception {
        Delegation made = delegated(house);
        Map<String, Integer> words = together(i -> house.in(() -> {
            house.delegations.delete(made.uuid(), house.human("bob"));
            return true;
        }));
        assertEquals(1, words.get("done"), words.toString());
        assertTrue(Set.of("done", "CONFLICT", "NOT_FOUND").containsAll(words.keySet()), words.toString());
    }

    private static void aPolicyIsEditedAndRemovedInTurns(ApprovalsFixture house, String name) throws Exception {
        Policy made = ((PolicyChange.Done) house.in(() -> house.policies.create(policy(name, 1), house.admin("ada"))))
                .policy();
        Map<String, Integer> words = together(i -> house.in(
                () -> house.policies.update(made.uuid(), policy(name, 2 + i), made.etag(), house.admin("ada"))));
        assertEquals(Map.of("done", 1, "CONFLICT", EDITORS - 1), words);
        words = together(i -> house.in(() -> house.policies.delete(made.uuid(), house.admin("ada"))));
        assertEquals(1, words.get("done"), words.toString());
        assertTrue(Set.of("done", "CONFLICT", "NOT_FOUND").containsAll(words.keySet()), words.toString());
    }

    private static Delegation delegated(ApprovalsFixture house) {
        return house.in(() -> house.delegations.create(draft(house, "holidays"), house.human("bob")));
    }

    private static DelegationDraft draft(ApprovalsFixture house, String reason) {
        return new DelegationDraft(
                "ned", List.of(), house.clock.instant(), house.clock.instant().plus(Duration.ofDays(1)), reason);
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
                Map.of("risk_levels", List.of("high")),
                "then",
                Map.of("approval_type", "multi", "required_approvers", 2, "required_roles", List.of("approver"))));
    }

    private static Map<String, Integer> together(IntConsumer edit) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<String>> answers = new ArrayList<>();
        ExecutorService crowd = Executors.newFixedThreadPool(EDITORS);
        try {
            for (int i = 0; i < EDITORS; i++) {
                int editor = i;
                answers.add(crowd.submit(() -> {
                    start.await();
                    return word(edit, editor);
                }));
            }
            start.countDown();
            Map<String, Integer> words = new TreeMap<>();
            for (Future<String> answer : answers) {
                words.merge(answer.get(), 1, Integer::sum);
            }
            return words;
        } finally {
            crowd.shutdown();
        }
    }

    private static String word(IntConsumer edit, int editor) {
        try {
            edit.accept(editor);
            return "done";
        } catch (Refusal refusal) {
            return refusal.code().name();
        } catch (RuntimeException failure) {
            return ConcurrentChange.isCauseOf(failure) ? "CONFLICT" : failure.toString();
        }
    }
}
