package io.countersign.approvals;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored change that somebody asked for.
 *
 * @param requestId the request that stands for it
 * @param payload what is to be carried out
 * @param baseVersion the version of the subject that it was made against
 * @param requester person id of who asked
 * @param requesterName what they were called then
 * @param hand person id of who made the key by which they asked, where that is somebody else
 */
public record Change(
        UUID requestId,
        String subjectType,
        String subjectId,
        Map<String, Object> payload,
        @Nullable Long baseVersion,
        String requester,
        String requesterName,
        @Nullable String hand) {

    /** The actor to note in the audit log for what an agreement has set off. */
    public String by() {
        return "approval " + requestId;
    }
}
