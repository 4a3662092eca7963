package io.countersign.ui.access;

import io.countersign.approvals.Policies;
import io.countersign.security.CurrentUser;
import io.countersign.ui.Action;
import io.countersign.ui.FlashMessages;
import io.countersign.ui.HtmlForm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** An admin removes a policy. */
@ApplicationScoped
class RemovePolicy implements Action {

    @Inject
    Policies policies;

    @Inject
    CurrentUser currentUser;

    @Inject
    FlashMessages flashMessages;

    @Override
    public String name() {
        return "remove-policy";
    }

    @Override
    public String perform(HtmlForm form) {
        return PolicyOutcome.say(
                policies.delete(form.uuid("policy"), currentUser.actor()), "The policy is removed.", flashMessages);
    }

    @Override
    public String refusedPage(HtmlForm form) {
        return form.uuidOrEmpty("policy").map(id -> "policy/" + id).orElse("policies");
    }
}
