package io.countersign.ui.workflows;

import io.countersign.execution.DryRunRequest;
import io.countersign.execution.Runs;
import io.countersign.kernel.Refusal;
import io.countersign.kernel.StrictJson;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.ui.Action;
import io.countersign.ui.DryRunResults;
import io.countersign.ui.HtmlForm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An author tries a workflow on answers that they make up; no byte leaves the machine. */
@ApplicationScoped
class DryRunOfWorkflow implements Action {

    @Inject
    Runs runs;

    @Inject
    DryRunResults rehearsals;

    @Inject
    CurrentUser currentUser;

    @Override
    public String name() {
        return "rehearse-workflow";
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
        UUID id = form.uuid("workflow");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("indicator_type", form.text("indicator_type"));
        body.put("indicator_value", form.text("indicator_value"));
        body.put("parameters", form.json("parameters"));
        body.put("secrets", form.json("secrets"));
        body.put("http", mocks(form));
        rehearsals.keep(id, runs.test(id, DryRunRequest.of(body), actor));
        return "workflow/" + id + "#rehearsal";
    }

    private static Object mocks(HtmlForm form) {
        String text = form.text("http");
        Object parsed = text.isEmpty() ? List.of() : StrictJson.value("http", text);
        if (parsed == null) {
            throw Refusal.invalid("http", "must be a list of mocks");
        }
        return parsed;
    }
}
