package io.countersign.ui.requests;

import io.countersign.approvals.Approvals;
import io.countersign.approvals.RequestView;
import io.countersign.execution.DryRunReport;
import io.countersign.execution.DryRunRequest;
import io.countersign.execution.IndicatorInput;
import io.countersign.execution.Runs;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.ui.Action;
import io.countersign.ui.DryRunResults;
import io.countersign.ui.HtmlForm;
import io.countersign.workflows.Workflow;
import io.countersign.workflows.Workflows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Runs what a request asks for with made-up answers, so that an approver sees which HTTP requests would fire. No secret of
 * the server is used and no byte leaves the machine.
 */
@ApplicationScoped
class DryRunOfRequest implements Action {

    private static final Map<String, Object> ANY_REQUEST_IS_FINE =
            Map.of("request", Map.of("url", "*"), "response", Map.of("status", 200, "json", Map.of()));

    @Inject
    Approvals approvals;

    @Inject
    Workflows workflows;

    @Inject
    Runs runs;

    @Inject
    DryRunResults rehearsals;

    @Inject
    CurrentUser currentUser;

    @Override
    public String name() {
        return "rehearse-request";
    }

    @Override
    public String perform(HtmlForm form) {
        Actor actor = currentUser.actor();
        RequestView request = approvals.get(form.uuid("request"), actor);
        UUID workflowId = request.workflowUuid();
        if (workflowId == null) {
            throw Refusal.invalid("request", "asks for a tool of its caller, which cannot be rehearsed here");
        }
        Workflow workflow = workflows.get(workflowId, actor);
        if (!workflow.sha256().equals(request.codeSha256())) {
            throw Refusal.conflict("The workflow is another one by now; this request can no longer run.");
        }
        DryRunReport report = runs.test(workflowId, rehearsal(request, workflow), actor);
        rehearsals.keep(request.uuid(), report);
        return "request/" + request.uuid() + "#rehearsal";
    }

    private static DryRunRequest rehearsal(RequestView request, Workflow workflow) {
        Map<String, String> secrets = new LinkedHashMap<>();
        workflow.allowedSecrets().forEach(name -> secrets.put(name, "rehearsal-value"));
        return new DryRunRequest(
                indicator(request), request.alert(), request.parameters(), secrets, List.of(ANY_REQUEST_IS_FINE));
    }

    @SuppressWarnings("unchecked")
    private static IndicatorInput indicator(RequestView request) {
        Map<String, Object> given = request.indicator() == null ? Map.of() : request.indicator();
        Object malice = given.get("malice");
        return new IndicatorInput(
                String.valueOf(given.get("type")),
                String.valueOf(given.get("value")),
                malice == null ? null : malice.toString(),
                given.get("enrichments") instanceof Map<?, ?> known ? (Map<String, Object>) known : Map.of());
    }

    @Override
    public String refusedPage(HtmlForm form) {
        return form.uuidOrEmpty("request").map(id -> "request/" + id).orElse("inbox");
    }
}
