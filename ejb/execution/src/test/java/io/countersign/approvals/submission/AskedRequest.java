package io.countersign.approvals.submission;

import io.countersign.approvals.ApprovalRequestSpec;
import io.countersign.kernel.Refusal;
import io.countersign.security.Directory;

/** Asking as far as a request's fields are judged; whether enough people are there is another matter. */
public final class AskedRequest {

    private AskedRequest() {}

    /** @throws Refusal naming what keeps it from being asked */
    public static void check(ApprovalRequestSpec spec, Directory directory) {
        new ApprovalRequestChecks(directory).check(spec);
    }
}
