package io.countersign.approvals;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Keycloak may be slow; whoever else decides must not wait for its answer under the row's lock. */
class AskingTheDirectoryTest {

    private final ApprovalsFixture house = new ApprovalsFixture();

    @AfterEach
    void close() {
        house.close();
    }

    /** The directory may have to ask Keycloak; nobody else may have to wait for that. */
    @Test
    void whoSomebodyIsIsAskedBeforeTheRowIsLocked() {
        UUID id = house.askedBy("rita", ApprovalsFixture.multi(2, "approver"));
        String token = house.token(id, "bob");
        List<Boolean> free = new ArrayList<>();
        house.people.onLookUp = () -> free.add(
                CompletableFuture.supplyAsync(() -> house.isUnlocked(id)).join());
        house.in(() -> house.decideAs("ann", id, null));
        house.byToken(id, token, Verdict.APPROVE, null);
        assertEquals(Set.of(true), Set.copyOf(free));
    }

    /** A designated person without any role is in no snapshot of the directory, and Keycloak is asked for them each time. */
    @Test
    void lendersAndDesignatedPeopleAreAskedForBeforeTheRowIsLocked() {
        house.people.with("boss").with("deputy").with("clerk").with("assistant");
        delegated("boss", "deputy");
        delegated("clerk", "assistant");
        UUID id = house.askedBy("rita", Rule.unanimous(List.of("boss", "clerk")));
        List<Boolean> free = new ArrayList<>();
        house.people.onLookUp = () -> free.add(
                CompletableFuture.supplyAsync(() -> house.isUnlocked(id)).join());
        house.in(() ->
                house.approvals.revise(id, new Revision(null, Map.of("ttl", 30), "too long"), house.human("rita")));
        assertEquals("boss", house.approveSeen(id, "deputy").decisions().get(0).approver());
        assertEquals(
                Status.APPROVED,
                house.in(() -> house.decideAs("assistant", id, house.see(id).argumentsSha256()))
                        .status());
        assertEquals(Set.of(true), Set.copyOf(free));
    }

    private void delegated(String from, String to) {
        Instant now = house.clock.instant();
        DelegationDraft draft = new DelegationDraft(to, List.of(), now, now.plus(Duration.ofDays(1)), "away");
        house.in(() -> house.delegations.create(draft, house.human(from)));
    }
}
