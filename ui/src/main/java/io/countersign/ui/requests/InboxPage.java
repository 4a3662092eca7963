package io.countersign.ui.requests;

import io.countersign.approvals.Approvals;
import io.countersign.approvals.RequestQuery;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.Status;
import io.countersign.execution.Run;
import io.countersign.execution.RunQuery;
import io.countersign.execution.RunStatus;
import io.countersign.execution.Runs;
import io.countersign.kernel.Page;
import io.countersign.kernel.PageRequest;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import io.countersign.ui.DisplayText;
import io.countersign.ui.PageLayout;
import io.countersign.ui.PageRequests;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The inbox: what needs this person, what waits for others, what runs, what is done. {@code ?group=} shows one group whole;
 * without it the first group is whole and the others show their beginning.
 */
@Named
@RequestScoped
public class InboxPage {

    private static final Set<Status> ENDED = Set.of(Status.APPROVED, Status.REJECTED, Status.EXPIRED, Status.CANCELLED);
    private static final List<String> GROUPS = List.of("mine", "others", "done");
    private static final int FEW = 10;
    private static final int RUNS_SHOWN = 10;

    @Inject
    Approvals approvals;

    @Inject
    Runs runs;

    @Inject
    DecidedTogether decidedTogether;

    @Inject
    CurrentUser currentUser;

    @Inject
    PageLayout frame;

    @Inject
    Clock clock;

    @Inject
    HttpServletRequest request;

    private String group = "";
    private Group mine = Group.NONE;
    private Group others = Group.NONE;
    private FilteredPage<RequestView> page = new FilteredPage<>(List.of(), 0, 0, 0);
    private Group done = Group.NONE;
    private List<RequestLine> reviews = List.of();
    private List<Run> running = List.of();
    private List<DecidedTogether.Result> together = List.of();

    /**
     * A group of rows.
     *
     * @param total how many there are, of which the page shows some
     */
    public record Group(List<RequestLine> rows, long total) {

        static final Group NONE = new Group(List.of(), 0);

        /** Whether there are more than the page shows. */
        public boolean more() {
            return total > rows.size();
        }
    }

    /** Reads the groups. */
    public void open() {
        Actor actor = currentUser.actor();
        String asked = PageRequests.filter(request, "group");
        group = asked != null && GROUPS.contains(asked) ? asked : "";
        // whoever is asked by a role of the operator's own decides as well, whatever else they may do
        mine = group(query(Set.of(Status.PENDING), false, true), actor, page("mine"));
        if (actor.hasScope(Scopes.APPROVALS_WRITE)) {
            reviews = rows(
                    approvals
                            .list(query(Set.of(), true, false), actor, new PageRequest(1, PageRequests.SIZE))
                            .items()
                            .stream()
                            .filter(due -> approvals.mayReview(due.uuid(), actor))
                            .toList());
        }
        others = waitingForOthers(actor);
        done = group(query(ENDED, false, false), actor, page("done"));
        running = actor.hasScope(Scopes.WORKFLOWS_READ) && group.isEmpty() ? underWay(actor) : List.of();
        together = frame.isPart() ? List.of() : decidedTogether.take();
    }

    private PageRequest page(String of) {
        boolean whole = group.isEmpty() ? of.equals("mine") : of.equals(group);
        return whole ? PageRequests.asked(request) : new PageRequest(1, FEW);
    }

    private Group group(RequestQuery query, Actor actor, PageRequest page) {
        Page<RequestView> found = approvals.list(query, actor, page);
        return new Group(rows(found.items()), found.total());
    }

    /** The pending ones that this person cannot decide. */
    private Group waitingForOthers(Actor actor) {
        boolean whole = group.equals("others");
        int most = whole ? PageRequests.SIZE : FEW;
        OptionalInt before = whole ? PageRequests.place(request, "before") : OptionalInt.empty();
        int from = whole ? PageRequests.place(request, "from").orElse(0) : 0;
        page = before.isPresent()
                ? FilteredPage.newer(before.getAsInt(), most, page -> pending(actor, page), one -> !one.decidable())
                : FilteredPage.older(from, most, page -> pending(actor, page), one -> !one.decidable());
        List<RequestView> found = page.found();
        return new Group(rows(found), Math.max(found.size(), page.total() - mine.total()));
    }

    private Page<RequestView> pending(Actor actor, PageRequest page) {
        return approvals.list(query(Set.of(Status.PENDING), false, false), actor, page);
    }

    private List<Run> underWay(Actor viewer) {
        List<Run> all = new ArrayList<>();
        for (RunStatus status : List.of(RunStatus.RUNNING, RunStatus.QUEUED)) {
            all.addAll(runs.list(new RunQuery(Set.of(status), null, null, null), viewer, new PageRequest(1, RUNS_SHOWN))
                    .items());
        }
        return all;
    }

    private static RequestQuery query(Set<Status> statuses, boolean reviewDue, boolean needsMe) {
        return new RequestQuery(statuses, null, false, reviewDue, needsMe);
    }

    private List<RequestLine> rows(List<RequestView> views) {
        Instant now = clock.instant();
        return views.stream().map(view -> RequestLine.of(view, now)).toList();
    }

    /** The one group that the address asks for; empty for all. */
    public String getGroup() {
        return group;
    }

    /** Whether the page shows a group. */
    public boolean shows(String name) {
        return group.isEmpty() || group.equals(name);
    }

    /** Pending ones that this person may decide now. */
    public Group getMine() {
        return mine;
    }

    /** Whether there are several that may be decided together. */
    public boolean isTogetherOffered() {
        return mine.rows().stream().filter(RequestLine::together).count() > 1;
    }

    /** Pending ones that wait for somebody else. */
    public Group getOthers() {
        return others;
    }

    /** Emergency approvals that still want their review. */
    public List<RequestLine> getReviews() {
        return reviews;
    }

    /** Ended ones. */
    public Group getDone() {
        return done;
    }

    /** Runs that are queued or running. */
    public List<Run> getRunning() {
        return running;
    }

    /** With the number of those that need this person, so that a tab in the background says it. */
    public String getTitle() {
        return mine.total() == 0 ? "Inbox" : "(" + getMineCount() + ") Inbox";
    }

    public String getMineCount() {
        return DisplayText.counted(mine.total(), RequestQuery.COUNTED);
    }

    /** Where not all that need this person were counted, the rest is known to be fewer than this. */
    public String getOthersCount() {
        return mine.total() > RequestQuery.COUNTED ? "< " + others.total() : Long.toString(others.total());
    }

    /** What was refused of the decisions that were just made together. */
    public List<DecidedTogether.Result> getRefused() {
        return together.stream().filter(one -> !one.recorded()).toList();
    }

    /** What was recorded of the decisions that were just made together. */
    public List<DecidedTogether.Result> getRecorded() {
        return together.stream().filter(DecidedTogether.Result::recorded).toList();
    }

    /** Links through the group that is shown whole; what waits for others has its own. */
    public PageRequests getPages() {
        return PageRequests.of(request, group.equals("done") ? done.total() : mine.total());
    }

    /** What is newer than the shown of those that wait for others: parameters of an address, empty where there is nothing. */
    public String getNewerOthers() {
        return page.hasNewer() ? "?group=others&before=" + page.from() : "";
    }

    /** The same for what is older. */
    public String getOlderOthers() {
        return page.hasOlder() ? "?group=others&from=" + page.to() : "";
    }
}
