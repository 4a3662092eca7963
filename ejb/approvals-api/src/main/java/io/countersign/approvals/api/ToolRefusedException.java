package io.countersign.approvals.api;

import jakarta.ejb.ApplicationException;
import org.jspecify.annotations.Nullable;

/** A guarded tool was not run: nothing guards it, it was not approved, the caller may not use it, or one of its limits is reached. */
@ApplicationException
public class ToolRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a tool does not run. */
    public enum Reason {
        /** Nothing in this deployment asks for approval. */
        NOT_GUARDED,
        NOT_APPROVED,
        NOT_PERMITTED,
        TOO_MANY_EXECUTIONS,
        TIMED_OUT
    }

    private final Reason reason;
    private final @Nullable String approvalId;

    public ToolRefusedException(Reason reason, @Nullable String approvalId, String message) {
        super(message);
        this.reason = reason;
        this.approvalId = approvalId;
    }

    public Reason reason() {
        return reason;
    }

    /** The request that was not approved, null for another reason. */
    public @Nullable String approvalId() {
        return approvalId;
    }
}
