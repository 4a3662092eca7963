package io.countersign.client;

import java.util.Map;

/** The server's error envelope, thrown. */
public class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient Map<String, Object> details;

    /** An error as it came. */
    public RefusedException(int status, String code, String message, Map<String, Object> details) {
        super(code + ": " + message);
        this.status = status;
        this.code = code;
        this.details = details;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The contract's code, to branch on. */
    public String code() {
        return code;
    }

    /** What the code's description promises. */
    public Map<String, Object> details() {
        return details;
    }
}
