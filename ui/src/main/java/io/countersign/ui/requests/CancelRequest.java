package io.countersign.ui.requests;

import io.countersign.approvals.Approvals;
import io.countersign.approvals.RequestView;
import io.countersign.security.CurrentUser;
import io.countersign.ui.Action;
import io.countersign.ui.FlashMessages;
import io.countersign.ui.HtmlForm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The requester, or an admin, withdraws a request. */
@ApplicationScoped
class CancelRequest implements Action {

    @Inject
    Approvals approvals;

    @Inject
    CurrentUser currentUser;

    @Inject
    FlashMessages flashMessages;

    @Override
    public String name() {
        return "cancel-request";
    }

    @Override
    public String perform(HtmlForm form) {
        RequestView after = approvals.cancel(form.uuid("request"), form.text("reason"), currentUser.actor());
        flashMessages.good("The request is cancelled; nothing will run.");
        return "request/" + after.uuid();
    }

    @Override
    public String refusedPage(HtmlForm form) {
        return form.uuidOrEmpty("request").map(id -> "request/" + id).orElse("inbox");
    }
}
