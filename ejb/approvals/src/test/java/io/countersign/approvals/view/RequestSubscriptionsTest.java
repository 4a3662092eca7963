package io.countersign.approvals.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.countersign.approvals.ApprovalRequestSpec;
import io.countersign.approvals.ApprovalsFixture;
import io.countersign.approvals.Refused;
import io.countersign.approvals.Revision;
import io.countersign.approvals.Rule;
import io.countersign.kernel.ErrorCode;
import io.countersign.security.Actor;
import io.countersign.security.Credential;
import io.countersign.security.Scopes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestSubscriptionsTest {

    private final ApprovalsFixture house = new ApprovalsFixture();
    private final List<String> told = new ArrayList<>();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void everythingThatHappensToARequestIsTold() {
        follow("ann", house.human("ann"));
        UUID id = house.askedBy("rita", ApprovalsFixture.multi(2, "approver"));
        told("ann");
        house.approveSeen(id, "bob");
        told("ann");
        house.in(
                () -> house.approvals.revise(id, new Revision(null, Map.of("ttl", 30), "shorter"), house.human("lea")));
        told("ann");
        house.approveSeen(id, "bob");
        house.approveSeen(id, "cid");
        told("ann");
        UUID cancelled = house.askedBy("rita", Rule.manual());
        told("ann");
        house.in(() -> house.approvals.cancel(cancelled, "over", house.human("rita")));
        told("ann");
        house.askedBy("rita", Rule.manual());
        told("ann");
        house.pass(Duration.ofHours(2));
        house.sweep();
        told("ann");
    }

    @Test
    void whatHappensWithinAMomentIsToldOnce() {
        follow("ann", house.human("ann"));
        follow("bob", house.human("bob"));
        for (int i = 0; i < 3; i++) {
            house.approve(house.askedBy("rita", Rule.manual()), "cid");
        }
        assertEquals(1, house.passAMoment());
        assertEquals(List.of("ann", "bob"), told);
        assertEquals(0, house.passAMoment());
        house.askedBy("rita", Rule.manual());
        assertEquals(1, house.passAMoment(), "the next change is told again");
    }

    @Test
    void manyChangesAtOnceAreToldOnce() {
        follow("ann", house.human("ann"));
        UUID workflow = UUID.randomUUID();
        house.in(() -> {
            for (int i = 0; i < 1100; i++) {
                house.approvals.ask(ApprovalRequestSpec.workflow(workflow, "Block IP", 3, "c0de", house.human("rita"))
                        .build());
            }
            return null;
        });
        house.passAMoment();
        house.in(() -> house.approvals.cancelForWorkflow(workflow, "the code changed"));
        told.clear();
        told("ann");
    }

    @Test
    void nothingIsToldOfAnotherOrganization() {
        follow("house", house.human("ann"));
        follow("south", of("south", "sue", Scopes.APPROVALS_READ));
        follow("north", of("north", "nat", Scopes.APPROVALS_READ));
        house.ask(house.toBlock("rita").organizationId("south"));
        told("house", "south");
        house.ask(house.toBlock("rita").organizationId("north"));
        told("house", "north");
        house.ask(house.toBlock("rita"));
        told("house", "south", "north");
    }

    @Test
    void whoMayOnlyAskIsToldOfTheirOwn() {
        follow("rita", of("south", "rita", Scopes.WORKFLOWS_EXECUTE));
        house.askedBy("lea", Rule.manual());
        told();
        house.ask(house.toBlock("rita").organizationId("north"));
        told("rita");
    }

    @Test
    void whoMaySeeNoRequestDoesNotFollow() {
        Refused.with(ErrorCode.FORBIDDEN, () -> follow("nobody", of(null, "nobody", Scopes.WORKFLOWS_READ)));
    }

    @Test
    void whatIsRolledBackIsNotTold() {
        follow("ann", house.human("ann"));
        try {
            house.in(() -> {
                house.approvals.ask(house.toBlock("rita").build());
                throw new IllegalStateException("rolled back");
            });
        } catch (IllegalStateException expected) {
            told();
        }
    }

    @Test
    void whoHasLeftIsNotToldAndWhoFailsKeepsItToThemselves() throws Exception {
        AutoCloseable left = follow("left", house.human("ann"));
        house.approvals.follow(house.human("ann"), () -> {
            throw new IllegalStateException("gone");
        });
        follow("ann", house.human("ann"));
        UUID id = house.askedBy("rita", Rule.manual());
        left.close();
        told("ann");
        house.approve(id, "bob");
        told("ann");
    }

    @Test
    void nobodyFollowsNothingIsGathered() {
        house.askedBy("rita", Rule.manual());
        assertEquals(0, house.passAMoment());
    }

    private AutoCloseable follow(String name, Actor viewer) {
        return house.approvals.follow(viewer, () -> told.add(name));
    }

    private static Actor of(String organization, String name, String scope) {
        return new Actor(
                name,
                name,
                Actor.Kind.HUMAN,
                name,
                Set.of(),
                Set.of(scope),
                Credential.of(Credential.Kind.API_KEY, UUID.randomUUID().toString()),
                organization == null ? List.of() : List.of(organization));
    }

    /** Since the last time. */
    private void told(String... names) {
        house.passAMoment();
        assertEquals(List.of(names), told);
        told.clear();
    }
}
