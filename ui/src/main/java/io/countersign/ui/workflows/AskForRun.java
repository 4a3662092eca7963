package io.countersign.ui.workflows;

import io.countersign.execution.ExecuteRequest;
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
import java.util.LinkedHashMap;
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
    public String formPage(Form form) {
        return form.pageOf("workflow", "workflow");
    }

    @Override
    public String perform(Form form) {
        Actor actor = currentUser.actor();
        actor.requireScope(Scopes.WORKFLOWS_EXECUTE);
        Requested answer = runs.request(form.uuid("workflow"), wish(form), actor);
        if (answer instanceof Requested.PendingApproval pending) {
            notices.good("People are being asked as " + pending.requestId() + ". It runs when they agree.");
            return "request/" + pending.approvalRequestUuid();
        }
        notices.good("The run is queued.");
        return "run/" + ((Requested.Queued) answer).runUuid();
    }

    private static ExecuteRequest wish(Form form) {
        Map<String, Object> wish = new LinkedHashMap<>();
        wish.put("indicator_type", form.text("indicator_type"));
        wish.put("indicator_value", form.text("indicator_value"));
        wish.put("parameters", form.json("parameters"));
        String reason = form.textOrNull("reason");
        if (reason != null) {
            wish.put("reason", reason);
        }
        return ExecuteRequest.of(wish);
    }
}
