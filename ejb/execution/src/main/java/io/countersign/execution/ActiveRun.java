package io.countersign.execution;

import io.countersign.sandbox.CancelToken;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A run in the hands of this node, and the handle to stop it. */
final class ActiveRun {
    private final Job job;
    private final CancelToken token = new CancelToken();
    private volatile @Nullable String reason;
    private volatile Set<String> integrations = Set.of();

    ActiveRun(Job job) {
        this.job = job;
    }

    Job job() {
        return job;
    }

    CancelToken token() {
        return token;
    }

    void uses(Set<String> names) {
        integrations = names;
    }

    StopRules.Subject subject() {
        return new StopRules.Subject(
                job.workflowUuid(),
                job.byAgent(),
                StopRules.names(job.requestedBy(), job.triggerContext()),
                integrations,
                job.organizationId());
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
