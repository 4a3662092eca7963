package io.countersign.ui.requests;

import io.countersign.approvals.Approvals;
import io.countersign.approvals.RequestQuery;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.Status;
import io.countersign.audit.Page;
import io.countersign.audit.PageRequest;
import io.countersign.execution.Run;
import io.countersign.execution.RunQuery;
import io.countersign.execution.RunStatus;
import io.countersign.execution.Runs;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import io.countersign.ui.Pages;
import io.countersign.ui.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The inbox: what needs this person, what waits for others, what runs, what is done. */
@Named
@RequestScoped
public class InboxPage {

    private static final Set<Status> ENDED = Set.of(Status.APPROVED, Status.REJECTED, Status.EXPIRED, Status.CANCELLED);
    private static final int RUNS_SHOWN = 10;

    @Inject
    Approvals approvals;

    @Inject
    Runs runs;

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    @Inject
    HttpServletRequest request;

    private List<Row> mine = List.of();
    private List<Row> others = List.of();
    private List<Row> reviews = List.of();
    private List<Row> done = List.of();
    private List<Run> running = List.of();
    private long mineTotal;
    private long othersTotal;
    private long doneTotal;

    /** Reads the groups. */
    public void open() {
        Actor actor = currentUser.actor();
        PageRequest page = Pages.asked(request);
        Page<RequestView> pending = approvals.list(query(Set.of(Status.PENDING), false, false), actor, page);
        if (actor.hasScope(Scopes.APPROVALS_WRITE)) {
            Page<RequestView> needsMe = approvals.list(query(Set.of(Status.PENDING), false, true), actor, page);
            mine = rows(needsMe.items());
            mineTotal = needsMe.total();
            reviews = rows(
                    approvals.list(query(Set.of(), true, false), actor, page).items());
        }
        others = rows(pending.items().stream().filter(one -> !one.decidable()).toList());
        othersTotal = Math.max(others.size(), pending.total() - mineTotal);
        Page<RequestView> ended = approvals.list(query(ENDED, false, false), actor, page);
        done = rows(ended.items());
        doneTotal = ended.total();
        running = actor.hasScope(Scopes.WORKFLOWS_READ) ? underWay(actor) : List.of();
    }

    private List<Run> underWay(Actor viewer) {
        List<Run> all = new ArrayList<>();
        for (RunStatus status : List.of(RunStatus.RUNNING, RunStatus.QUEUED)) {
            all.addAll(runs.list(new RunQuery(status.wire(), null, null, null), viewer, new PageRequest(1, RUNS_SHOWN))
                    .items());
        }
        return all;
    }

    private static RequestQuery query(Set<Status> statuses, boolean reviewDue, boolean needsMe) {
        return new RequestQuery(statuses, null, false, reviewDue, needsMe);
    }

    private List<Row> rows(List<RequestView> views) {
        Instant now = clock.instant();
        return views.stream().map(view -> Row.of(view, now)).toList();
    }

    /** Pending ones that this person may decide now. */
    public List<Row> getMine() {
        return mine;
    }

    /** Pending ones that wait for somebody else. */
    public List<Row> getOthers() {
        return others;
    }

    /** Emergency approvals that still want their review. */
    public List<Row> getReviews() {
        return reviews;
    }

    /** Ended ones. */
    public List<Row> getDone() {
        return done;
    }

    /** Runs that are queued or running. */
    public List<Run> getRunning() {
        return running;
    }

    public long getMineTotal() {
        return mineTotal;
    }

    public String getMineCount() {
        return Words.counted(mineTotal, RequestQuery.COUNTED);
    }

    /** Where not all that need this person were counted, the rest is known to be fewer than this. */
    public String getOthersCount() {
        return mineTotal > RequestQuery.COUNTED ? "< " + othersTotal : Long.toString(othersTotal);
    }

    public long getDoneTotal() {
        return doneTotal;
    }

    /** Links through the longest of the groups. */
    public Pages getPages() {
        return Pages.of(request, Math.max(doneTotal, Math.max(mineTotal, othersTotal)));
    }
}
