package io.countersign.sandbox.guard;

import java.util.Objects;
import java.util.Spliterator;
import java.util.stream.BaseStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Guards of streams: they stay on the run's thread. */
public final class StreamGuards {
    private StreamGuards() {}

    public static <T> Stream<T> stream(Spliterator<T> source, boolean parallel) {
        return StreamSupport.stream(source, false);
    }

    /** A stream's close keeps what its handlers throw as suppressed: what ends runs must not be lost there. */
    @SuppressWarnings("rawtypes")
    public static BaseStream onClose(BaseStream stream, Runnable handler) {
        Objects.requireNonNull(handler);
        return stream.onClose(() -> {
            try {
                handler.run();
            } catch (Error e) {
                ScriptThread.current().caught(e);
                throw e;
            }
        });
    }
}
