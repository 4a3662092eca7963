package io.countersign.sandbox;

import java.lang.reflect.InvocationTargetException;

/** A thread that no checkpoint reaches: stopped where the JDK still can, else left at the lowest priority. */
final class RunawayThread {
    private RunawayThread() {}

    static void stop(Thread thread) {
        thread.interrupt();
        try {
            Thread.class.getMethod("stop").invoke(thread);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            thread.setPriority(Thread.MIN_PRIORITY);
        }
    }
}
