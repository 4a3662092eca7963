package io.countersign.security;

import io.countersign.security.people.DirectoryThreads;
import java.time.Duration;
import java.util.concurrent.Executor;

/** Everything happens at once on the caller's thread, for tests that are not about waiting. */
public class InlineThreads extends DirectoryThreads {

    @Override
    public Executor reads() {
        return Runnable::run;
    }

    @Override
    public Executor lookUps() {
        return Runnable::run;
    }

    @Override
    public void refresh(Runnable work) {
        work.run();
    }

    @Override
    public void every(Duration pause, Runnable work) {}
}
