package io.countersign.approvals.view;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.Dependent;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Carries something out in a moment: long enough for what happens together to gather, too short for a person to notice. */
@Dependent
class Debouncer implements Executor {

    private static final long MOMENT_MS = 300;

    @Resource(lookup = "java:jboss/ee/concurrency/scheduler/default")
    private ManagedScheduledExecutorService clockwork;

    /** For the container, which sets the field. */
    @SuppressWarnings("NullAway.Init")
    Debouncer() {}

    @Override
    public void execute(Runnable task) {
        clockwork.schedule(task, MOMENT_MS, TimeUnit.MILLISECONDS);
    }
}
