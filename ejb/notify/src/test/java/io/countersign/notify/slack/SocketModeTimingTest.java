package io.countersign.notify.slack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SocketModeTimingTest {
    @Test
    void pausesGrowFromASecondToAMinuteAndAreNotAlike() {
        Random random = new Random(4711);
        for (int failures = 1; failures < 100; failures++) {
            int tries = failures;
            long due = Math.min(60_000, 2000L << Math.min(failures - 1, 10));
            long[] pauses = IntStream.range(0, 50)
                    .mapToLong(i -> SocketModeTiming.USUAL.pause(tries, random).toMillis())
                    .sorted()
                    .toArray();
            assertTrue(pauses[0] >= due / 2 && pauses[49] <= due, failures + ": " + pauses[0] + " to " + pauses[49]);
            assertTrue(pauses[0] < pauses[49]);
        }
    }

    @Test
    void afterAConnectionThatStoodTheNextFollowsWithinASecond() {
        Random random = new Random(4711);
        assertTrue(IntStream.range(0, 50)
                .allMatch(i -> SocketModeTiming.USUAL.pause(0, random).toMillis() <= 1000));
    }
}
