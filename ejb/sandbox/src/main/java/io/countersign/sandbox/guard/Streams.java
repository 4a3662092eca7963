package io.countersign.sandbox.guard;

import java.util.Spliterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Guards of streams: they stay on the run's thread. */
public final class Streams {
    private Streams() {}

    public static <T> Stream<T> stream(Spliterator<T> source, boolean parallel) {
        return StreamSupport.stream(source, false);
    }
}
