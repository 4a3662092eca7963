package io.countersign.web.decide;

import io.countersign.approvals.RequestView;

/** What a request is about, in one name. */
final class RequestSubject {

    private RequestSubject() {}

    static String of(RequestView request) {
        String workflow = request.workflowName();
        String tool = request.toolName();
        return workflow != null ? workflow : tool != null ? tool : request.requestNumber();
    }
}
