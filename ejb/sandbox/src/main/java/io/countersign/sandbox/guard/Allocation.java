package io.countersign.sandbox.guard;

import java.lang.management.ManagementFactory;

/** Bytes that the current thread has allocated so far; 0 for ever on a JVM that does not count them. */
final class Allocation {
    private static final com.sun.management.ThreadMXBean THREADS = find();

    private Allocation() {}

    static long now() {
        return THREADS == null ? 0 : THREADS.getCurrentThreadAllocatedBytes();
    }

    private static com.sun.management.ThreadMXBean find() {
        try {
            return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean t
                            && t.isThreadAllocatedMemorySupported()
                            && t.isThreadAllocatedMemoryEnabled()
                    ? t
                    : null;
        } catch (LinkageError e) {
            return null;
        }
    }
}
