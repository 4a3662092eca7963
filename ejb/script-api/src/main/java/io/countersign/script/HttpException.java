package io.countersign.script;

/** No answer: the request was refused by a rule (the message names it), or the other side could not be reached in time. */
public class HttpException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String kind;

    /** With what went wrong; of kind {@code protocol}. */
    public HttpException(String message) {
        this("protocol", message);
    }

    /** With what went wrong and why; of kind {@code protocol}. */
    public HttpException(String message, Throwable cause) {
        super(message, cause);
        this.kind = "protocol";
    }

    /** With its {@link #kind()} and what went wrong. */
    public HttpException(String kind, String message) {
        super(message);
        this.kind = kind;
    }

    /**
     * What kept the answer away, one of these words:
     *
     * <ul>
     *   <li>{@code refused}: a rule of the server or the workflow; nothing was sent
     *   <li>{@code dns}: the host name is not known; nothing was sent
     *   <li>{@code connect}: no connection was made, or not in time; nothing was sent
     *   <li>{@code timeout}: no answer in time; the request may have been received
     *   <li>{@code tls}: no TLS connection could be agreed on, such as for a certificate that nobody vouches for
     *   <li>{@code protocol}: the connection was lost, or the answer cannot be read; the request may have been received
     * </ul>
     */
    public String kind() {
        return kind;
    }
}
