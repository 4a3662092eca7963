package io.countersign.gateway.upstream;

/** A server behind gave no result; the message holds no credentials. */
public final class UpstreamFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** What happened. */
    public enum Kind {
        /** Nothing was sent: refused by a rule, or no connection. */
        NOT_SENT,
        /** It was sent, and the connection was lost before an answer came. */
        LOST,
        /** It was sent, and no answer came in time. */
        TIMED_OUT,
        /** The answer is longer than the limit. */
        TOO_LARGE,
        /** The answer is an error, or none that the protocol knows. */
        ANSWERED
    }

    private final Kind kind;

    public UpstreamFailure(Kind kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
