package io.countersign.sandbox.guard;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * What a run holds outside of the heap, where neither the allocation meter nor the limit of the heap sees it. It counts as
 * allocated, may not be more than {@value #MOST} bytes at a time, and is given back when the run ends.
 */
final class NativeMemory {
    private static final long MOST = 48L << 20;
    private static final int INFLATER_BYTES = 48 << 10;
    private static final int DEFLATER_BYTES = 280 << 10;

    private final Budget budget;
    private final Map<Inflater, Integer> inflaters = new IdentityHashMap<>();
    private final Map<Deflater, Integer> deflaters = new IdentityHashMap<>();

    NativeMemory(Budget budget) {
        this.budget = budget;
    }

    /** Asked before one is made. */
    void beforeInflater() {
        take(INFLATER_BYTES);
    }

    void beforeDeflater() {
        take(DEFLATER_BYTES);
    }

    private void take(int bytes) {
        long held = (long) inflaters.size() * INFLATER_BYTES + (long) deflaters.size() * DEFLATER_BYTES;
        if (held + bytes > MOST) {
            budget.kill(
                    "LIMIT_ALLOCATION",
                    "streams of java.util.zip that are not closed hold more than " + MOST + " bytes");
        }
        budget.charge(bytes);
    }

    <T extends Inflater> T opened(T inflater) {
        inflaters.put(inflater, INFLATER_BYTES);
        return inflater;
    }

    <T extends Deflater> T opened(T deflater) {
        deflaters.put(deflater, DEFLATER_BYTES);
        return deflater;
    }

    void closed(Inflater inflater) {
        inflaters.remove(inflater);
    }

    void closed(Deflater deflater) {
        deflaters.remove(deflater);
    }

    /** The run is over. */
    void release() {
        inflaters.keySet().forEach(Inflater::end);
        deflaters.keySet().forEach(Deflater::end);
        inflaters.clear();
        deflaters.clear();
    }
}
