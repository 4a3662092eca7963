package io.countersign.sandbox.process;

import java.util.ArrayList;
import java.util.List;

/**
 * Limits of one worker.
 *
 * @param megabytes memory that the virtual machine's settings add up to
 */
record ProcessLimits(int megabytes) {
    /** A virtual machine has some twenty threads. */
    static final int THREADS = 96;

    static final int HANDLES = 256;
    /** A worker serves thousands of runs. */
    private static final int CPU_SECONDS = 86_400;
    /** Class space, code and stacks beside what was counted; reserved, not used. */
    private static final long RESERVED_MEGABYTES = 5_120;

    private static final long MEBI = 1 << 20;

    long bytes() {
        return megabytes * MEBI;
    }

    /** The words of prlimit before the program's own. */
    List<String> prlimit(String program, boolean withThreads) {
        List<String> words = new ArrayList<>(List.of(
                program,
                "--core=0",
                "--fsize=0",
                "--memlock=65536",
                "--msgqueue=0",
                "--nofile=" + HANDLES,
                "--cpu=" + CPU_SECONDS,
                "--data=" + bytes(),
                "--as=" + (bytes() + RESERVED_MEGABYTES * MEBI)));
        if (withThreads) {
            words.add("--nproc=" + THREADS);
        }
        return words;
    }
}
