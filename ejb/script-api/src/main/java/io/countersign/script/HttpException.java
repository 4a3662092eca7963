package io.countersign.script;

/** No answer: the request was refused by a rule (the message names it), or the other side could not be reached in time. */
public class HttpException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With what went wrong. */
    public HttpException(String message) {
        super(message);
    }

    /** With what went wrong and why. */
    public HttpException(String message, Throwable cause) {
        super(message, cause);
    }
}
