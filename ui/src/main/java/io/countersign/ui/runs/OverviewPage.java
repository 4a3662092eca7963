package io.countersign.ui.runs;

import io.countersign.approvals.RecentRequestCounts;
import io.countersign.approvals.RequestCounts.Calibration;
import io.countersign.approvals.RequestStatistics;
import io.countersign.approvals.Status;
import io.countersign.execution.RunSummary;
import io.countersign.execution.Runs;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.ui.DisplayText;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** The figures over the runs and requests that the viewer sees. */
@Named
@RequestScoped
public class OverviewPage {

    @Inject
    Runs runsDoor;

    @Inject
    RequestStatistics statistics;

    @Inject
    DisplayText words;

    @Inject
    CurrentUser currentUser;

    private RunSummary runs = new RunSummary(0, 0, 0, List.of());
    private RecentRequestCounts requests = new RecentRequestCounts(0, Map.of(), 0, List.of());

    /** How many requests ended in one way. */
    public record Ending(Status status, long count) {}

    /** Reads the figures. */
    public void open() {
        Actor actor = currentUser.actor();
        runs = runsDoor.summary(actor);
        requests = statistics.recent(actor);
    }

    public RunSummary getRuns() {
        return runs;
    }

    /** How the latest requests ended. */
    public List<Ending> getEndings() {
        return requests.endings().entrySet().stream()
                .map(ending -> new Ending(ending.getKey(), ending.getValue()))
                .toList();
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

    /** How many requests have ended, of the latest. */
    public long getDecided() {
        return requests.endings().values().stream().mapToLong(count -> count).sum();
    }

    /** The median from asking to the decision; empty before the first. */
    public String getUsualWait() {
        if (getDecided() == 0) {
            return "";
        }
        return words.lasting(requests.medianResponseMinutes() * 60_000);
    }

    public long getWaiting() {
        return requests.pending();
    }

    /** Approval rate by stated confidence. */
    public List<Calibration> getConfidence() {
        return requests.confidence();
    }

    /** The longest bar of the chart. */
    public long getMostRuns() {
        return runs.topWorkflows().stream()
                .mapToLong(RunSummary.Top::runs)
                .max()
                .orElse(1);
    }
}
