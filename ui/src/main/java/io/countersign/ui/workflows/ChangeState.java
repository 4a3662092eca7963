package io.countersign.ui.workflows;

import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import io.countersign.ui.Action;
import io.countersign.ui.FlashMessages;
import io.countersign.ui.HtmlForm;
import io.countersign.workflows.WorkflowPatch;
import io.countersign.workflows.Workflows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** An author activates, deactivates or archives a workflow, or brings back an older text. */
@ApplicationScoped
class ChangeState implements Action {

    @Inject
    Workflows workflows;

    @Inject
    CurrentUser currentUser;

    @Inject
    FlashMessages flashMessages;

    @Override
    public String name() {
        return "change-workflow";
    }

    @Override
    public String perform(HtmlForm form) {
        Actor actor = currentUser.actor();
        actor.requireScope(Scopes.WORKFLOWS_WRITE);
        UUID id = form.uuid("workflow");
        if (form.has("archive")) {
            workflows.archive(id, actor);
            flashMessages.good("Archived. Its runs, requests and audit log stay readable.");
        } else if (form.number("restore") != null) {
            int version = form.number("restore");
            return SavedNotice.say(
                    workflows.restore(id, version, actor),
                    flashMessages,
                    now -> "Version " + version + " is restored as version " + now.codeVersion() + ".");
        } else {
            String state = form.text("state");
            return SavedNotice.say(
                    workflows.update(id, new WorkflowPatch(Map.of("state", state)), form.textOrNull("etag"), actor),
                    flashMessages,
                    now -> "The workflow is now " + state + ".");
        }
        return "workflow/" + id;
    }

    @Override
    public String refusedPage(HtmlForm form) {
        return form.uuidOrEmpty("workflow").map(id -> "workflow/" + id).orElse("workflows");
    }
}
