package io.countersign.sandbox.worker;

/** What may be left in a worker's heap when a run is over: the rest belongs to the next run. */
final class HeapShare {
    /** Below this part of the heap, garbage and all, nothing is measured. */
    private static final double MEASURED = 0.5;
    /** What lives after a collection may take this part of the heap. */
    private static final double LIVING = 1.0 / 3;

    private HeapShare() {}

    /** Collects, if there may be too much, and says whether there is. */
    static boolean exceeded() {
        if (used() < MEASURED) {
            return false;
        }
        System.gc();
        return used() > LIVING;
    }

    private static double used() {
        Runtime jvm = Runtime.getRuntime();
        return (double) (jvm.totalMemory() - jvm.freeMemory()) / jvm.maxMemory();
    }
}
