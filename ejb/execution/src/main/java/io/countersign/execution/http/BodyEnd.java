package io.countersign.execution.http;

import java.io.ByteArrayOutputStream;

/** Says when enough of an answer's body has been read. */
@FunctionalInterface
public interface BodyEnd {

    /** The end of the stream alone. */
    BodyEnd OF_STREAM = soFar -> false;

    boolean isReached(ByteArrayOutputStream soFar);
}
