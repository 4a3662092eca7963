package io.countersign.ui.access;

import io.countersign.approvals.Delegations;
import io.countersign.security.CurrentUser;
import io.countersign.ui.Action;
import io.countersign.ui.FlashMessages;
import io.countersign.ui.HtmlForm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Somebody is back. */
@ApplicationScoped
class EndDelegation implements Action {

    @Inject
    Delegations delegations;

    @Inject
    CurrentUser currentUser;

    @Inject
    FlashMessages flashMessages;

    @Override
    public String name() {
        return "end-delegation";
    }

    @Override
    public String perform(HtmlForm form) {
        delegations.delete(form.uuid("delegation"), currentUser.actor());
        flashMessages.good("The delegation has ended.");
        return "delegations";
    }

    @Override
    public String refusedPage(HtmlForm form) {
        return "delegations";
    }
}
