package io.countersign.workflows;

import io.countersign.approvals.Change;
import io.countersign.security.Actor;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who writes a change, and whom the audit log names for it.
 *
 * @param person id of who wrote it
 * @param auditName who made it happen: the author, or the agreement to what the author had asked for
 * @param details what the audit log notes beside that
 */
record Author(String person, String auditName, Map<String, Object> details) {

    static Author of(Actor by) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("by", by.label());
        details.put("credential", by.credential().toMap());
        return new Author(by.person(), by.userName(), details);
    }

    static Author of(Change agreed) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("by", agreed.requesterName());
        details.put("approval_request_uuid", agreed.requestId().toString());
        return new Author(agreed.requester(), agreed.by(), details);
    }
}
