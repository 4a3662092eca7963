package io.countersign.ui.workflows;

import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import io.countersign.ui.Action;
import io.countersign.ui.FlashMessages;
import io.countersign.ui.HtmlForm;
import io.countersign.workflows.CodeCheckReport;
import io.countersign.workflows.NewWorkflow;
import io.countersign.workflows.SaveResult;
import io.countersign.workflows.WorkflowPatch;
import io.countersign.workflows.Workflows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An author saves a workflow, or only has its code checked. */
@ApplicationScoped
class SaveWorkflow implements Action {

    @Inject
    Workflows workflows;

    @Inject
    CurrentUser currentUser;

    @Inject
    FlashMessages flashMessages;

    @Override
    public String name() {
        return "save-workflow";
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
        if (form.has("check")) {
            check(form.raw("code"), actor);
            return SHOW_AGAIN;
        }
        Optional<UUID> id = form.uuidOrEmpty("workflow");
        Map<String, Object> fields = WorkflowFormFields.of(form);
        SaveResult saved;
        if (id.isPresent()) {
            saved = workflows.update(id.get(), new WorkflowPatch(fields), form.textOrNull("etag"), actor);
        } else {
            fields.put("kind", form.text("kind"));
            saved = workflows.create(new NewWorkflow(fields), actor);
        }
        return SavedNotice.say(saved, flashMessages, now -> "Saved as version " + now.codeVersion() + ".");
    }

    private void check(String code, Actor actor) {
        CodeCheckReport report = workflows.validate(code, actor);
        if (!report.valid()) {
            List<Map<String, Object>> errors =
                    report.errors().stream().map(SaveWorkflow::wire).toList();
            throw new Refusal(ErrorCode.WORKFLOW_CODE_INVALID, "The code has problems", Map.of("errors", errors));
        }
        flashMessages.good("No problems found in the code. Not saved yet.");
    }

    private static Map<String, Object> wire(CodeCheckReport.CodeError error) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("line", error.line());
        map.put("column", error.column());
        map.put("code", error.code());
        map.put("message", error.message());
        return map;
    }
}
