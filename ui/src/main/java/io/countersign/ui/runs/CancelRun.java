package io.countersign.ui.runs;

import io.countersign.execution.Runs;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import io.countersign.ui.Action;
import io.countersign.ui.FlashMessages;
import io.countersign.ui.HtmlForm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Somebody stops a run that is queued or under way. */
@ApplicationScoped
class CancelRun implements Action {

    @Inject
    Runs runs;

    @Inject
    CurrentUser currentUser;

    @Inject
    FlashMessages flashMessages;

    @Override
    public String name() {
        return "cancel-run";
    }

    @Override
    public String perform(HtmlForm form) {
        Actor actor = currentUser.actor();
        actor.requireAnyScope(Scopes.WORKFLOWS_EXECUTE, Scopes.APPROVALS_WRITE);
        UUID id = form.uuid("run");
        runs.cancel(id, form.text("reason"), actor);
        flashMessages.good("The run is being cancelled. Requests it has already sent cannot be undone.");
        return "run/" + id;
    }

    @Override
    public String refusedPage(HtmlForm form) {
        return form.uuidOrEmpty("run").map(id -> "run/" + id).orElse("runs");
    }
}
