package io.countersign.execution.worker;

import io.countersign.execution.CalledTool;
import io.countersign.execution.killswitch.KillSwitchMatcher;
import io.countersign.execution.run.QueuedRun;
import io.countersign.sandbox.CancelToken;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A run in the hands of this node, and the handle to stop it. */
final class ActiveRun {
    private final QueuedRun job;
    private final CancelToken token = new CancelToken();
    private volatile @Nullable String reason;
    private volatile Set<String> integrations = Set.of();

    ActiveRun(QueuedRun job) {
        this.job = job;
    }

    QueuedRun job() {
        return job;
    }

    CancelToken token() {
        return token;
    }

    void uses(Set<String> names) {
        integrations = names;
    }

    KillSwitchMatcher.Subject subject() {
        CalledTool tool = job.tool();
        return new KillSwitchMatcher.Subject(
                job.workflowUuid(),
                job.byAgent(),
                KillSwitchMatcher.names(job.requestedBy(), job.triggerContext()),
                integrations,
                job.organizationId(),
                tool == null ? null : tool.serverName());
    }

    /** The first reason stays. */
    void stop(String why) {
        if (reason == null) {
            reason = why;
        }
        token.cancel();
    }

    String reason() {
        String why = reason;
        return why == null ? "cancelled" : why;
    }
}
