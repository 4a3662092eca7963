package io.countersign.sandbox.guard;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Constructor;
import org.jspecify.annotations.Nullable;

/** Bytes that the current thread has allocated so far; 0 for ever on a JVM that does not count them. */
final class Allocation {
    private static final com.sun.management.@Nullable ThreadMXBean THREADS = find();

    private Allocation() {}

    static long now() {
        return THREADS == null ? 0 : THREADS.getCurrentThreadAllocatedBytes();
    }

    private static com.sun.management.@Nullable ThreadMXBean find() {
        try {
            java.lang.management.ThreadMXBean found = opened();
            return (found == null ? ManagementFactory.getThreadMXBean() : found)
                                    instanceof com.sun.management.ThreadMXBean t
                            && t.isThreadAllocatedMemorySupported()
                            && t.isThreadAllocatedMemoryEnabled()
                    ? t
                    : null;
        } catch (LinkageError e) {
            return null;
        }
    }

    /** The bean alone, where the command line opens what makes it: the official way looks for all beans of all providers. */
    private static java.lang.management.@Nullable ThreadMXBean opened() {
        try {
            Class.forName(StackOverflowCounter.LIBRARY_OWNER);
            Class<?> management = Class.forName("sun.management.VMManagementImpl");
            Constructor<?> make = management.getDeclaredConstructor();
            make.setAccessible(true);
            Constructor<?> bean = Class.forName("com.sun.management.internal.HotSpotThreadImpl")
                    .getDeclaredConstructor(Class.forName("sun.management.VMManagement"));
            bean.setAccessible(true);
            return (java.lang.management.ThreadMXBean) bean.newInstance(make.newInstance());
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }
}
