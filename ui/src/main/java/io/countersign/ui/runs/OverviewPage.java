package io.countersign.ui.runs;

import io.countersign.approvals.Approvals;
import io.countersign.approvals.Figures;
import io.countersign.approvals.RequestQuery;
import io.countersign.approvals.Status;
import io.countersign.audit.PageRequest;
import io.countersign.execution.RunSummary;
import io.countersign.execution.Runs;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import io.countersign.ui.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The figures over the runs and requests that the viewer sees. */
@Named
@RequestScoped
public class OverviewPage {

    @Inject
    Runs runsDoor;

    @Inject
    Approvals approvals;

    @Inject
    Figures figures;

    @Inject
    Words words;

    @Inject
    CurrentUser currentUser;

    private RunSummary runs = new RunSummary(0, 0, 0, List.of());
    private final List<Ending> endings = new ArrayList<>();
    private long waiting;

    /** How many requests ended in one way. */
    public record Ending(Status status, long count) {}

    /** Reads the figures. */
    public void open() {
        Actor actor = currentUser.actor();
        actor.requireScope(Scopes.WORKFLOWS_READ);
        runs = runsDoor.summary(actor);
        for (Status status : Status.values()) {
            if (status.terminal()) {
                endings.add(new Ending(status, count(status, actor)));
            }
        }
        waiting = count(Status.PENDING, actor);
    }

    private long count(Status status, Actor actor) {
        RequestQuery query = new RequestQuery(Set.of(status), null, false, false, false);
        return approvals.list(query, actor, new PageRequest(1, 1)).total();
    }

    public RunSummary getRuns() {
        return runs;
    }

    public List<Ending> getEndings() {
        return endings;
    }

    /** How many of the finished runs succeeded; a dash before the first. */
    public String getEndedWell() {
        return runs.total() == 0 ? "–" : Math.round(runs.successRate() * 100) + " %";
    }

    /** What people did not have to do by hand, in minutes or hours. */
    public String getTimeSaved() {
        long minutes = runs.timeSavedMinutes();
        return minutes < 120 ? minutes + " min" : minutes / 60 + " hours";
    }

    /** How many requests have ended. */
    public long getDecided() {
        return endings.stream().mapToLong(Ending::count).sum();
    }

    /** The median from asking to the decision; empty before the first. */
    public String getUsualWait() {
        if (getDecided() == 0) {
            return "";
        }
        return words.lasting(figures.figures(currentUser.actor()).medianResponseMinutes() * 60_000);
    }

    public long getWaiting() {
        return waiting;
    }

    /** The longest bar of the chart. */
    public long getMostRuns() {
        return runs.topWorkflows().stream()
                .mapToLong(RunSummary.Top::runs)
                .max()
                .orElse(1);
    }
}
