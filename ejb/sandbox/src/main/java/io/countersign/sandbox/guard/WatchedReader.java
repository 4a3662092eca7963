package io.countersign.sandbox.guard;

import java.io.IOException;
import java.io.Reader;

/** A reader that looks at the budget each time something is read, in pieces: whoever reads it without checkpoints is stopped here. */
final class WatchedReader extends Reader {
    private static final int PIECE = 8_192;

    private final Reader in;
    private final Budget budget;

    WatchedReader(Reader in) {
        this.in = in;
        this.budget = ScriptThread.current();
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        budget.look();
        return in.read(into, offset, Math.min(length, PIECE));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
