package io.countersign.security;

import java.time.Duration;
import java.util.concurrent.Executor;

/** Everything happens at once on the caller's thread, for tests that are not about waiting. */
class InlineThreads extends DirectoryThreads {

    @Override
    Executor reads() {
        return Runnable::run;
    }

    @Override
    Executor lookUps() {
        return Runnable::run;
    }

    @Override
    void refresh(Runnable work) {
        work.run();
    }

    @Override
    void every(Duration pause, Runnable work) {}
}
