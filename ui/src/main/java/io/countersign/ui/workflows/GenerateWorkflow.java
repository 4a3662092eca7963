package io.countersign.ui.workflows;

import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import io.countersign.ui.Action;
import io.countersign.ui.HtmlForm;
import io.countersign.workflows.Generation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** An author has a first draft written from a description. It fills in the editor and saves nothing. */
@ApplicationScoped
class GenerateWorkflow implements Action {

    @Inject
    Generation generation;

    @Inject
    WorkflowEditPage page;

    @Inject
    CurrentUser currentUser;

    @Override
    public String name() {
        return "generate-workflow";
    }

    @Override
    public String formView() {
        return "workflow-edit";
    }

    @Override
    public String formPage(HtmlForm form) {
        return form.pageOf("workflow-edit", "workflow");
    }

    @Override
    public String perform(HtmlForm form) {
        Actor actor = currentUser.actor();
        actor.requireScope(Scopes.WORKFLOWS_WRITE);
        page.show(
                generation.generate(
                        Map.of(
                                "description",
                                form.text("description"),
                                "indicator_types",
                                form.chosen("generate_types")),
                        actor),
                form.chosen("generate_types"));
        return SHOW_AGAIN;
    }
}
