package io.countersign.sandbox;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a sandbox is set up.
 *
 * @param workers run workers kept ready; one more compiles
 * @param workerHeapMegabytes heap of a run worker
 * @param recycleAfterRuns a worker is replaced after so many runs
 * @param javaHome the JDK that workers run on (it must have the compiler), null: this one's
 * @param classPath the class path of a worker, null: found out from this class's own code source, else copied out
 * @param scratch where workers' empty directories are made, null: the system's temporary directory
 */
public record SandboxOptions(
        int workers,
        int workerHeapMegabytes,
        int recycleAfterRuns,
        @Nullable Path javaHome,
        @Nullable String classPath,
        @Nullable Path scratch) {

    /** Two workers of 96 MB, replaced after 5,000 runs. */
    public static final SandboxOptions DEFAULT = new SandboxOptions(2, 96, 5_000, null, null, null);

    /** The same with other numbers of workers and megabytes. */
    public SandboxOptions withWorkers(int count, int heapMegabytes) {
        return new SandboxOptions(count, heapMegabytes, recycleAfterRuns, javaHome, classPath, scratch);
    }
}
