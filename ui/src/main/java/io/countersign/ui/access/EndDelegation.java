package io.countersign.ui.access;

import io.countersign.approvals.Delegations;
import io.countersign.security.CurrentUser;
import io.countersign.ui.Action;
import io.countersign.ui.Form;
import io.countersign.ui.Notices;
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
    Notices notices;

    @Override
    public String name() {
        return "end-delegation";
    }

    @Override
    public String perform(Form form) {
        delegations.delete(form.uuid("delegation"), currentUser.actor());
        notices.good("The delegation has ended.");
        return "delegations";
    }

    @Override
    public String refusedPage(Form form) {
        return "delegations";
    }
}
