package io.countersign.approvals.api;

import jakarta.ejb.ApplicationException;

/** The rules refuse what the caller wants; nothing has changed. */
@ApplicationException
public class DecisionRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    public DecisionRefusedException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** The code that the REST interface answers with, such as {@code APPROVAL_ALREADY_DECIDED}. */
    public String code() {
        return code;
    }
}
