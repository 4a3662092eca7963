package io.countersign.sandbox;

/** No answer to a try; the script sees an {@code HttpException} with the same message and the kind's word. */
public final class HttpFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** What kept the answer away. */
    public enum Kind {
        /** A rule refused the request; it is never tried again. */
        REFUSED("refused", false),
        /** The host name is not known: nothing was sent, a further try is safe. */
        DNS("dns", false),
        /** No connection was made, refused or not in time: nothing was sent, a further try is safe. */
        CONNECT("connect", false),
        /** The request may have been received; no answer came in time. */
        TIMEOUT("timeout", true),
        /** No TLS connection could be agreed on, or it broke. */
        TLS("tls", true),
        /** The request may have been received; the connection was lost, or what came was not an answer that can be read. */
        PROTOCOL("protocol", true),
        /** The answer's body is longer than the limit; ends the run. */
        RESPONSE_TOO_LARGE("protocol", true),
        /** Nothing stands ready to answer (a mock is missing); ends the run as failed. */
        NO_MOCK("refused", true);

        private final String word;
        private final boolean mayHaveActed;

        Kind(String word, boolean mayHaveActed) {
            this.word = word;
            this.mayHaveActed = mayHaveActed;
        }

        /** What scripts are told: {@code HttpException.kind()}. */
        public String word() {
            return word;
        }

        /** Whether the request may have reached the other side. */
        public boolean mayHaveActed() {
            return mayHaveActed;
        }
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
