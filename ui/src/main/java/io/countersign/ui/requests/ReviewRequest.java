package io.countersign.ui.requests;

import io.countersign.approvals.Approvals;
import io.countersign.kernel.Refusal;
import io.countersign.security.CurrentUser;
import io.countersign.ui.Action;
import io.countersign.ui.FlashMessages;
import io.countersign.ui.HtmlForm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Another person says whether an emergency approval was justified. */
@ApplicationScoped
class ReviewRequest implements Action {

    @Inject
    Approvals approvals;

    @Inject
    CurrentUser currentUser;

    @Inject
    FlashMessages flashMessages;

    @Override
    public String name() {
        return "review-request";
    }

    @Override
    public String perform(HtmlForm form) {
        UUID id = form.uuid("request");
        boolean justified =
                switch (form.text("verdict")) {
                    case "justified" -> true;
                    case "unjustified" -> false;
                    default -> throw Refusal.invalid("verdict", "choose justified or unjustified");
                };
        approvals.review(id, justified, form.text("comment"), currentUser.actor());
        flashMessages.good("Your review is recorded.");
        return "request/" + id;
    }

    @Override
    public String refusedPage(HtmlForm form) {
        return form.uuidOrEmpty("request").map(id -> "request/" + id).orElse("inbox");
    }
}
