package io.countersign.system;

import java.util.function.Supplier;

/** Waiting for what happens soon. It measures nothing: it only gives up at some time. */
final class Await {
    private static final int TRIES = 600;
    private static final long PAUSE_MILLIS = 100;

    private Await() {}

    /** Asks until the answer is not null. */
    static <T> T until(String what, Supplier<T> question) {
        for (int i = 0; i < TRIES; i++) {
            T answer = question.get();
            if (answer != null) {
                return answer;
            }
            pause(PAUSE_MILLIS);
        }
        throw new AssertionError("in vain waited for: " + what);
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
