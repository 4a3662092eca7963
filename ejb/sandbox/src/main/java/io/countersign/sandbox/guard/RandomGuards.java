package io.countersign.sandbox.guard;

import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import java.util.Random;

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

    /** A generator of its own; the JDK's seeds follow from one another. */
    public static Random make() {
        return new Random(seed());
    }

    /** The system's generator keeps what it is given for everybody; nobody needs to give it anything. */
    public static void setSeed(Random random, long seed) {
        if (!(random instanceof SecureRandom)) {
            random.setSeed(seed);
        }
    }

    public static void shuffle(List<?> list, Random random) {
        Collections.shuffle(list, random);
    }

    public static void shuffle(List<?> list) {
        Collections.shuffle(list, ScriptThread.current().random());
    }
}
