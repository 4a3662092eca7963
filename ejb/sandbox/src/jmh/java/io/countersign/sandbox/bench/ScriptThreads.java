package io.countersign.sandbox.bench;

import io.countersign.sandbox.guard.ScriptThread;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The harness's threads: those that scripts run on, for every engine alike. */
public final class ScriptThreads extends ThreadPoolExecutor {
    public ScriptThreads(int count, String name) {
        super(count, count, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> new ScriptThread(work, name));
    }
}
