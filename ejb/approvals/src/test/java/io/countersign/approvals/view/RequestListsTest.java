package io.countersign.approvals.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.countersign.approvals.ApprovalsFixture;
import io.countersign.approvals.RequestCounts;
import io.countersign.approvals.RequestQuery;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.Rule;
import io.countersign.approvals.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lists of requests and the figures over them. */
class RequestListsTest {

    private final ApprovalsFixture house = new ApprovalsFixture();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aLongQueueIsCountedToAThousand() {
        for (int i = 0; i < RequestQuery.COUNTED + 2; i++) {
            house.askedBy("rita", Rule.manual());
        }
        RequestQuery needsMe = new RequestQuery(Set.of(), null, false, false, true);
        assertEquals(
                RequestQuery.COUNTED + 1,
                house.list(needsMe, house.human("ann")).total());
        assertEquals(
                RequestQuery.COUNTED + 2,
                house.list(RequestQuery.pending(), house.human("ann")).total());
    }

    @Test
    void everybodySeesWhatWaitsForThemHoweverManyGroupsOfPeopleThereAre() {
        for (int i = 0; i < 60; i++) {
            house.people.with("p" + i, "approver");
            house.askedBy("rita", Rule.single(List.of("ann", "p" + i), List.of()));
        }
        RequestQuery needsMe = new RequestQuery(Set.of(), null, false, false, true);
        assertEquals(60, house.list(needsMe, house.human("ann")).total());
        assertEquals(1, house.list(needsMe, house.human("p59")).total());
        assertEquals(0, house.list(needsMe, house.human("bob")).total());
    }

    @Test
    void expiryIsToldByTimeInEveryList() {
        house.ask(house.toBlock("rita").timeoutSeconds(30));
        UUID lasting = house.ask(house.toBlock("rita").timeoutSeconds(300));
        house.pass(Duration.ofSeconds(30));
        assertEquals(List.of(lasting), ids(RequestQuery.pending()));
        RequestQuery expired = new RequestQuery(Set.of(Status.EXPIRED), null, false, false, false);
        assertEquals(1, ids(expired).size());
        house.sweep();
        assertEquals(1, ids(expired).size());
        assertEquals(List.of(lasting), ids(RequestQuery.pending()));
        assertEquals(2, ids(RequestQuery.all()).size());
    }

    @Test
    void figuresCountNoRequestWhoseTimeIsOver() {
        house.ask(house.toBlock("rita").timeoutSeconds(30));
        house.ask(house.toBlock("rita").timeoutSeconds(300));
        assertEquals(2, house.figures(house.human("ann")).pending());
        house.pass(Duration.ofSeconds(30));
        assertEquals(1, house.figures(house.human("ann")).pending());
    }

    @Test
    void figuresCountWhatTheViewerMaySee() {
        house.people.withIn("north", "nora", "approver").withIn("south", "sue", "approver");
        house.approve(house.ask(house.toBlock("rita").organizationId("south")), "sue");
        house.ask(house.toBlock("rita").organizationId("south"));
        house.ask(house.toBlock("rita"));
        assertEquals(new RequestCounts(1, 0, 0, List.of()), house.figures(house.human("nora")));
        assertEquals(new RequestCounts(2, 1, 0, List.of()), house.figures(house.human("sue")));
        assertEquals(new RequestCounts(2, 1, 0, List.of()), house.figures(house.human("ann")));
    }

    @Test
    void figuresTellWhatStatedConfidenceWasWorth() {
        house.approve(house.ask(house.toBlock("rita").confidence(0.95)), "ann");
        house.reject(house.ask(house.toBlock("rita").confidence(1.0)), "ann", "a false alarm");
        house.approve(house.ask(house.toBlock("rita").confidence(0.2)), "ann");
        house.ask(house.toBlock("rita").confidence(0.5));
        assertEquals(
                List.of(new RequestCounts.Calibration(0.2, 0.4, 1, 1), new RequestCounts.Calibration(0.8, 1, 2, 0.5)),
                house.figures(house.human("ann")).confidence());
    }

    @Test
    void endingsAreThoseOfTheLatestRequestsOnly() {
        house.people.withIn("north", "nora", "approver").withIn("south", "sue", "approver");
        house.approve(house.askedBy("rita", Rule.manual()), "ann");
        house.pass(Duration.ofSeconds(1));
        house.approve(house.ask(house.toBlock("rita").organizationId("south")), "sue");
        house.pass(Duration.ofSeconds(1));
        house.reject(house.askedBy("rita", Rule.manual()), "ann", "no");
        house.askedBy("rita", Rule.manual());
        assertEquals(endings(2, 1), house.endings(house.human("ann"), 10));
        assertEquals(endings(1, 1), house.endings(house.human("nora"), 10));
        assertEquals(endings(1, 1), house.endings(house.human("ann"), 2));
        assertEquals(endings(0, 1), house.endings(house.human("ann"), 1));
    }

    private static Map<Status, Long> endings(long approved, long rejected) {
        return Map.of(Status.APPROVED, approved, Status.REJECTED, rejected, Status.EXPIRED, 0L, Status.CANCELLED, 0L);
    }

    @Test
    void theInboxHoldsWhatThePersonMayDecide() {
        UUID mine = house.askedBy("ann", Rule.manual());
        UUID lead = house.askedBy("rita", ApprovalsFixture.multi(2, "soc-lead"));
        UUID open = house.askedBy("rita", Rule.manual());
        RequestQuery needsMe = new RequestQuery(Set.of(), null, false, false, true);
        assertEquals(List.of(open), ids(needsMe));
        assertEquals(
                List.of(lead),
                house.list(needsMe, house.human("lea")).items().stream()
                        .map(RequestView::uuid)
                        .toList());
        house.approve(lead, "lea");
        assertEquals(0, house.list(needsMe, house.human("lea")).total());
        assertEquals(List.of(mine), ids(new RequestQuery(Set.of(), null, true, false, false)));
    }

    private List<UUID> ids(RequestQuery query) {
        return house.list(query, house.human("ann")).items().stream()
                .map(RequestView::uuid)
                .toList();
    }
}
