package io.countersign.sandbox.guard;

import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;

/** Guards of what draws from a generator that all of the JVM shares: a run draws from one of its own. */
public final class RandomGuards {
    private static final SecureRandom SEEDS = new SecureRandom();

    private RandomGuards() {}

    static long seed() {
        return SEEDS.nextLong();
    }

    public static double random() {
        return ScriptThread.current().random().nextDouble();
    }

    public static void shuffle(List<?> list) {
        Collections.shuffle(list, ScriptThread.current().random());
    }
}
