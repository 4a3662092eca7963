package io.countersign.sandbox;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a sandbox is set up.
 *
 * @param workers agreed runs at once, at least 1
 * @param testWorkers tests of drafts at once, at least 1; they never use what agreed runs need
 * @param workerHeapMegabytes heap of a run worker
 * @param recycleAfterRuns a worker is replaced after so many runs, at least 1
 * @param javaHome the JDK that workers run on (it must have the compiler), null: this one's
 * @param classPath the class path of a worker, null: found out from this class's own code source, else copied out
 * @param scratch where workers' empty directories are made, null: the system's temporary directory
 * @param archives where what makes workers start quickly is made and kept, null: nowhere, unless the system property
 *     {@code countersign.sandbox.archives} names a folder
 * @param required the layers without which no worker is started
 */
public record SandboxOptions(
        int workers,
        int testWorkers,
        int workerHeapMegabytes,
        int recycleAfterRuns,
        @Nullable Path javaHome,
        @Nullable String classPath,
        @Nullable Path scratch,
        @Nullable Path archives,
        Set<Layer> required) {

    /** Two workers of 96 MB for runs and two for tests, replaced after 5,000 runs. */
    public static final SandboxOptions DEFAULT = new SandboxOptions(2, 2, 96, 5_000, null, null, null, null, Set.of());

    public SandboxOptions {
        atLeastOne("workers", workers);
        atLeastOne("workers for tests", testWorkers);
        atLeastOne("runs after which a worker is replaced", recycleAfterRuns);
    }

    private static void atLeastOne(String what, int number) {
        if (number < 1) {
            throw new IllegalArgumentException("the number of " + what + " is " + number + "; it must be at least 1");
        }
    }

    /** The same with other numbers of workers and megabytes. */
    public SandboxOptions withWorkers(int count, int heapMegabytes) {
        return new SandboxOptions(
                count, testWorkers, heapMegabytes, recycleAfterRuns, javaHome, classPath, scratch, archives, required);
    }

    /** The same with another number of tests at once. */
    public SandboxOptions withTestWorkers(int count) {
        return new SandboxOptions(
                workers,
                count,
                workerHeapMegabytes,
                recycleAfterRuns,
                javaHome,
                classPath,
                scratch,
                archives,
                required);
    }

    /** The same with workers that are replaced after another number of runs. */
    public SandboxOptions withRecycleAfterRuns(int count) {
        return new SandboxOptions(
                workers, testWorkers, workerHeapMegabytes, count, javaHome, classPath, scratch, archives, required);
    }

    /** The same with workers on another JDK. */
    public SandboxOptions withJavaHome(Path home) {
        return new SandboxOptions(
                workers,
                testWorkers,
                workerHeapMegabytes,
                recycleAfterRuns,
                home,
                classPath,
                scratch,
                archives,
                required);
    }

    /** The same with a folder for what makes workers start quickly. */
    public SandboxOptions withArchives(@Nullable Path folder) {
        return new SandboxOptions(
                workers,
                testWorkers,
                workerHeapMegabytes,
                recycleAfterRuns,
                javaHome,
                classPath,
                scratch,
                folder,
                required);
    }

    /** The same, refusing to start without these layers. */
    public SandboxOptions withRequired(Set<Layer> layers) {
        return new SandboxOptions(
                workers,
                testWorkers,
                workerHeapMegabytes,
                recycleAfterRuns,
                javaHome,
                classPath,
                scratch,
                archives,
                layers);
    }
}
