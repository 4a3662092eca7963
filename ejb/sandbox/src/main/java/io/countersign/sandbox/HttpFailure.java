package io.countersign.sandbox;

/** No answer to a try; the script sees an {@code HttpException} with the same message. */
public final class HttpFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** What kept the answer away. */
    public enum Kind {
        /** A rule refused the request; it is never tried again. */
        REFUSED,
        /** No connection was made, so nothing can have happened: a further try is safe. */
        CONNECT,
        /** The request may have been received; no answer came. */
        IO,
        /** The answer's body is longer than the limit; ends the run. */
        RESPONSE_TOO_LARGE,
        /** Nothing stands ready to answer (a mock is missing); ends the run as failed. */
        NO_MOCK
    }

    private final Kind kind;

    /** With the kind and one sentence that names the setting or the rule. */
    public HttpFailure(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** What kept the answer away. */
    public Kind kind() {
        return kind;
    }

    /** The message; never null. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
