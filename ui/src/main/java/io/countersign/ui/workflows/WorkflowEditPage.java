package io.countersign.ui.workflows;

import io.countersign.approvals.ApprovalSettings;
import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.RuleLimits;
import io.countersign.kernel.ErrorCode;
import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import io.countersign.ui.PageJson;
import io.countersign.ui.PageRequests;
import io.countersign.ui.RedisplayedForm;
import io.countersign.workflows.GeneratedScript;
import io.countersign.workflows.Workflow;
import io.countersign.workflows.Workflows;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The form of a new or an existing workflow. */
@Named
@RequestScoped
public class WorkflowEditPage {

    /** The kinds of thing that a workflow can act on. */
    public static final List<String> INDICATOR_TYPES =
            List.of("ip", "domain", "hash_md5", "hash_sha1", "hash_sha256", "url", "email", "account");

    @Inject
    Workflows workflows;

    @Inject
    CurrentUser currentUser;

    @Inject
    RedisplayedForm form;

    @Inject
    PageJson json;

    @Inject
    HttpServletRequest request;

    @Inject
    ApprovalSettings settings;

    private @Nullable Workflow workflow;
    private @Nullable GeneratedScript generated;
    private List<String> generatedTypes = List.of();

    /** Reads the workflow that is edited, if it is not a new one. */
    public void open() {
        currentUser.actor().requireScope(Scopes.WORKFLOWS_WRITE);
        String id = request.getMethod().equals("POST") ? PageRequests.filter(request, "workflow") : null;
        if (id != null) {
            workflow = workflows.get(UUID.fromString(id), currentUser.actor());
        } else if (!request.getMethod().equals("POST") && request.getPathInfo() != null) {
            workflow = workflows.get(PageRequests.idInPath(request, "workflow"), currentUser.actor());
        }
    }

    /** What is stored; null for a new workflow. */
    public @Nullable Workflow getWorkflow() {
        return workflow;
    }

    public boolean isNew() {
        return workflow == null;
    }

    /** The state that the form was opened on: a change by somebody else in between is a conflict, not an overwriting. */
    public Object getEtag() {
        return form.value("etag", workflow == null ? "" : workflow.etag());
    }

    /** What a field shows: what was typed, what is stored, or the default. */
    public Object value(String field) {
        Workflow w = workflow;
        Object stored = w == null ? EditorValues.fresh(field, generated) : EditorValues.stored(w, field, json);
        return describing() ? (stored == null ? "" : stored) : form.value(field, stored);
    }

    /** Whether an indicator type is ticked. */
    public boolean takes(String type) {
        if (describing()) {
            return generatedTypes.contains(type);
        }
        return form.ticked("indicator_types", type, workflow == null ? List.of() : workflow.indicatorTypes());
    }

    void show(GeneratedScript written, List<String> types) {
        generated = written;
        generatedTypes = List.copyOf(types);
    }

    /** What a model has just written; null when it was not asked. */
    public @Nullable GeneratedScript getGenerated() {
        return generated;
    }

    /** Whether the description was sent and not answered: it is shown again. */
    public boolean isDescribing() {
        return describing() && generated == null;
    }

    /** Whether a description was sent to a server that has no model. */
    public boolean isWithoutModel() {
        return form.refusedFor(ErrorCode.NOT_CONFIGURED);
    }

    /** The page has two forms; the description's knows nothing of the other's fields. */
    private boolean describing() {
        return form.holds("description");
    }

    /** The steps of the escalation, with empty lines for more. */
    public List<Steps.Line> getSteps() {
        return Steps.lines(form, workflow == null ? null : workflow.escalation());
    }

    /** When requests expire if the field stays empty, in the server's own configuration. */
    public String getExpiryHint() {
        int usual = settings.defaultTimeoutSeconds();
        return RuleLimits.MIN_TIMEOUT + " to " + RuleLimits.MAX_TIMEOUT + "; empty: " + usual + ", emergencies "
                + RuleLimits.timeoutSeconds(ApprovalType.EMERGENCY, usual);
    }

    public List<LimitField> getLimits() {
        return LimitField.ALL;
    }

    /** Whether the part of the form that few need is worth showing at once. */
    public boolean isLimited() {
        return workflow != null && !workflow.limits().isEmpty()
                || LimitField.ALL.stream()
                        .anyMatch(limit -> !form.error(limit.field()).isEmpty());
    }

    public List<String> getIndicatorTypes() {
        return INDICATOR_TYPES;
    }

    /** The lines that the last check complained of, for the editor. */
    public String getBadLines() {
        if (describing()) {
            return "";
        }
        return form.getFindings().stream()
                .map(finding -> String.valueOf(finding.get("line")))
                .filter(line -> line.matches("[1-9]\\d*"))
                .collect(Collectors.joining(","));
    }
}
