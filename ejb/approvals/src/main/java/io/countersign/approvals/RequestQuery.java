package io.countersign.approvals;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which requests to list, newest first. Expired requests are told by their time, not by whether a timer has run.
 *
 * @param statuses empty for any
 * @param workflowId of this workflow only
 * @param mine only those asked for by the viewer
 * @param reviewDue only emergency approvals whose review is still to be done
 * @param needsMe only pending ones that the viewer may decide right now; a total above {@link #COUNTED} means "more"
 * @param toolName of this tool only, whatever its case
 */
public record RequestQuery(
        Set<Status> statuses,
        @Nullable UUID workflowId,
        boolean mine,
        boolean reviewDue,
        boolean needsMe,
        @Nullable String toolName) {

    /** Of any tool. */
    public RequestQuery(
            Set<Status> statuses, @Nullable UUID workflowId, boolean mine, boolean reviewDue, boolean needsMe) {
        this(statuses, workflowId, mine, reviewDue, needsMe, null);
    }

    /** Of those that need the viewer, no more than one beyond this number are counted: a queue so long is just long. */
    public static final int COUNTED = 1000;

    public RequestQuery {
        statuses = Set.copyOf(statuses);
    }

    /** Everything the viewer may see. */
    public static RequestQuery all() {
        return new RequestQuery(Set.of(), null, false, false, false);
    }

    /** Pending ones only. */
    public static RequestQuery pending() {
        return new RequestQuery(Set.of(Status.PENDING), null, false, false, false);
    }
}
