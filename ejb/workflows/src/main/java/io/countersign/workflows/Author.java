package io.countersign.workflows;

import io.countersign.approvals.Change;
import io.countersign.security.Actor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who writes a change, and whom the audit log names for it.
 *
 * @param person id of who wrote it
 * @param hand id of who made the key by which that was done, where that is somebody else
 * @param auditName who made it happen: the author, or the agreement to what the author had asked for
 * @param details what the audit log notes beside that
 */
record Author(String person, @Nullable String hand, String auditName, Map<String, Object> details) {

    static Author of(Actor by) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("by", by.label());
        details.put("credential", by.credential().toMap());
        return new Author(by.person(), by.hand(), by.userName(), details);
    }

    static Author of(Change agreed) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("by", agreed.requesterName());
        details.put("approval_request_uuid", agreed.requestId().toString());
        return new Author(agreed.requester(), agreed.hand(), agreed.by(), details);
    }

    /** Everybody who stands behind what is written: they are its editors. */
    static Set<String> people(String person, @Nullable String hand) {
        return hand == null ? Set.of(person) : Set.of(person, hand);
    }

    Set<String> people() {
        return people(person, hand);
    }
}
