package io.countersign.ui;

import io.countersign.execution.DryRunReport;
import jakarta.enterprise.context.SessionScoped;
import java.io.Serial;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the last rehearsal of this browser gave: kept until the page that shows it, and shown once. */
@SessionScoped
public class DryRunResults implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    // lost when a session is passivated: it can be had again with one click
    private transient @Nullable Kept kept;

    private record Kept(UUID of, DryRunReport report) {}

    /** Keeps a report for the page of a request or workflow. */
    public synchronized void keep(UUID of, DryRunReport report) {
        kept = new Kept(of, report);
    }

    /** Hands it over to that page; null when there is none for it. */
    public synchronized @Nullable DryRunReport take(UUID of) {
        Kept found = kept;
        if (found == null || !found.of().equals(of)) {
            return null;
        }
        kept = null;
        return found.report();
    }
}
