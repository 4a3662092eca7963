package io.countersign.approvals.api;

import jakarta.ejb.ApplicationException;

/** There is no request of that id, or it is not the caller's to see. */
@ApplicationException
public class NoSuchApprovalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoSuchApprovalException(String approvalId) {
        super("There is no approval request " + approvalId);
    }
}
