package io.countersign.ui.workflows;

import io.countersign.execution.ExecuteRequest;
import io.countersign.execution.Indicator;
import io.countersign.execution.Requested;
import io.countersign.execution.Runs;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import io.countersign.ui.Action;
import io.countersign.ui.Form;
import io.countersign.ui.Notices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** An analyst asks for a run of a workflow. */
@ApplicationScoped
class AskForRun implements Action {

    @Inject
    Runs runs;

    @Inject
    CurrentUser currentUser;

    @Inject
    Notices notices;

    @Override
    public String name() {
        return "ask-for-run";
    }

    @Override
    public String formView() {
        return "workflow";
    }

    @Override
    public String perform(Form form) {
        Actor actor = currentUser.actor();
        actor.requireScope(Scopes.WORKFLOWS_EXECUTE);
        Indicator indicator = new Indicator(form.text("indicator_type"), form.text("indicator_value"), null, Map.of());
        ExecuteRequest wish =
                new ExecuteRequest(indicator, null, null, form.json("parameters"), form.textOrNull("reason"), null);
        Requested answer = runs.request(form.uuid("workflow"), wish, actor);
        if (answer instanceof Requested.PendingApproval pending) {
            notices.good("People are being asked as " + pending.requestId() + ". It runs when they agree.");
            return "request/" + pending.approvalRequestUuid();
        }
        notices.good("The run is queued.");
        return "run/" + ((Requested.Queued) answer).runUuid();
    }
}
