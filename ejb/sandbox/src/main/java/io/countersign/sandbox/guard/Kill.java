package io.countersign.sandbox.guard;

/** Ends a run. An Error, so that scripts cannot catch it; the budget it came from throws it again at every checkpoint. */
public final class Kill extends Error {
    private static final long serialVersionUID = 1L;

    /** The wall time is over. */
    public static final String TIME = "TIME";
    /** The caller cancelled the run. */
    public static final String CANCELLED = "CANCELLED";

    private final String code;

    Kill(String code, String message) {
        super(message);
        this.code = code;
    }

    /** {@link #TIME}, {@link #CANCELLED}, a LIMIT_ code, or the code that the host ended the run with. */
    public String code() {
        return code;
    }
}
