package io.countersign.approvals.view;

import io.countersign.approvals.request.RequestRow;
import io.countersign.approvals.rules.DecisionInput;
import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody was shown of a request before they acted on it, and whether that is still what is there. */
public final class ViewedRequest {

    /** No digest is like it. */
    private static final String NOT_SHOWN = "";

    private ViewedRequest() {}

    /** CONFLICT when the tag is not the request's; null asks for nothing. */
    public static void requireMatch(@Nullable String ifMatch, RequestRow row) {
        if (ifMatch != null && !ifMatch.equals(RequestViews.etag(row))) {
            throw conflict(row);
        }
    }

    /**
     * The decision as the rules may judge it: without any word of what was shown, it may be about an earlier revision; and a
     * tag that is not the request's was shown with something else.
     */
    public static DecisionInput told(DecisionInput decisionInput, @Nullable String ifMatch, RequestRow row) {
        boolean stale = ifMatch != null && !ifMatch.equals(RequestViews.etag(row));
        boolean silent = ifMatch == null && decisionInput.digestSeen() == null && row.revision > 0;
        return stale || silent
                ? new DecisionInput(decisionInput.verdict(), decisionInput.comment(), NOT_SHOWN)
                : decisionInput;
    }

    /** What was shown is not what is there. */
    static Refusal conflict(RequestRow row) {
        boolean revised = row.revision > 0;
        return new Refusal(
                ErrorCode.CONFLICT,
                row.requestNumber
                        + (revised
                                ? " was revised: look at it again, and send its arguments_sha256 or its entity tag"
                                : " has changed since it was shown to you; look at it again"),
                Map.of("reason", revised ? "revised" : "changed"));
    }
}
