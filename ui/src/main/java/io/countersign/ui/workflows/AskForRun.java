package io.countersign.ui.workflows;

import io.countersign.execution.ExecuteRequest;
import io.countersign.execution.ExecuteResult;
import io.countersign.execution.Runs;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import io.countersign.ui.Action;
import io.countersign.ui.FlashMessages;
import io.countersign.ui.HtmlForm;
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
    FlashMessages flashMessages;

    @Override
    public String name() {
        return "ask-for-run";
    }

    @Override
    public String formView() {
        return "workflow";
    }

    @Override
    public String formPage(HtmlForm form) {
        return form.pageOf("workflow", "workflow");
    }

    @Override
    public String perform(HtmlForm form) {
        Actor actor = currentUser.actor();
        actor.requireScope(Scopes.WORKFLOWS_EXECUTE);
        ExecuteResult answer = runs.request(form.uuid("workflow"), wish(form), actor);
        if (answer instanceof ExecuteResult.PendingApproval pending) {
            flashMessages.good(
                    "Approval requested as " + pending.requestNumber() + ". The run starts when it is approved.");
            return "request/" + pending.approvalRequestUuid();
        }
        flashMessages.good("The run is queued.");
        return "run/" + ((ExecuteResult.Queued) answer).runUuid();
    }

    private static ExecuteRequest wish(HtmlForm form) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("indicator_type", form.text("indicator_type"));
        request.put("indicator_value", form.text("indicator_value"));
        request.put("parameters", form.json("parameters"));
        String reason = form.textOrNull("reason");
        if (reason != null) {
            request.put("reason", reason);
        }
        return ExecuteRequest.of(request);
    }
}
