package io.countersign.sandbox.guard;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that looks at the budget each time something is read, in pieces: whoever reads it without checkpoints is stopped here. */
final class WatchedInput extends FilterInputStream {
    private static final int PIECE = 8_192;

    private final Budget budget;

    WatchedInput(InputStream in) {
        super(in);
        this.budget = ScriptThread.current();
    }

    @Override
    public int read() throws IOException {
        budget.look();
        return in.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        budget.look();
        return in.read(into, offset, Math.min(length, PIECE));
    }
}
