package io.countersign.ui.access;

import io.countersign.execution.KillSwitches;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import io.countersign.ui.Action;
import io.countersign.ui.FlashMessages;
import io.countersign.ui.HtmlForm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** An admin lets runs go on. */
@ApplicationScoped
class ReleaseSwitch implements Action {

    @Inject
    KillSwitches switches;

    @Inject
    CurrentUser currentUser;

    @Inject
    FlashMessages flashMessages;

    @Override
    public String name() {
        return "release-switch";
    }

    @Override
    public String perform(HtmlForm form) {
        Actor actor = currentUser.actor();
        actor.requireScope(Scopes.ADMIN);
        switches.release(form.uuid("switch"), actor);
        flashMessages.good("Kill switch released. Runs approved in the meantime start now.");
        return "kill-switch";
    }

    @Override
    public String refusedPage(HtmlForm form) {
        return "kill-switch";
    }
}
