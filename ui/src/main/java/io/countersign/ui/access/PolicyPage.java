package io.countersign.ui.access;

import io.countersign.approvals.Policies;
import io.countersign.approvals.Policy;
import io.countersign.approvals.PolicyDraft;
import io.countersign.approvals.PolicyReplayResult;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.Rule;
import io.countersign.kernel.CanonicalJson;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.ui.PageJson;
import io.countersign.ui.PageRequests;
import io.countersign.ui.RedisplayedForm;
import io.countersign.workflows.Workflow;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One policy, to be changed, or a new one; and what the draft in the form would do. */
@Named
@RequestScoped
public class PolicyPage {

    private static final int REPLAYED_SHOWN = 20;

    @Inject
    Policies policies;

    @Inject
    OfferedWorkflows workflows;

    @Inject
    CurrentUser currentUser;

    @Inject
    RedisplayedForm form;

    @Inject
    PageJson json;

    @Inject
    HttpServletRequest request;

    private @Nullable Policy policy;
    private @Nullable PolicyReplayResult replay;
    private List<PolicyLines.Line> lines = List.of();
    private List<String> otherAdmins = List.of();
    private String tried = "";

    /** Reads the policy that is changed, if it is not a new one. */
    public void open() {
        Actor actor = currentUser.actor();
        otherAdmins = policies.otherAdmins(actor);
        boolean posted = request.getMethod().equals("POST");
        String id = posted ? PageRequests.filter(request, "policy") : null;
        if (id != null) {
            policy = policies.get(PageRequests.id("policy", id), actor);
        } else if (!posted && request.getPathInfo() != null) {
            policy = policies.get(PageRequests.idInPath(request, "policy"), actor);
        }
    }

    /** Takes what the draft would have done, to be shown before anything is saved. */
    void preview(PolicyDraft draft, @Nullable Policy before, PolicyReplayResult shown) {
        replay = shown;
        lines = PolicyLines.compare(before == null ? null : PolicyDraft.of(before), draft);
        tried = digest(draft);
    }

    /** What tells one draft from another. */
    static String digest(PolicyDraft draft) {
        return CanonicalJson.sha256OfText(draft.toString());
    }

    /** What is in force; null for a new policy. */
    public @Nullable Policy getPolicy() {
        return policy;
    }

    public boolean isNew() {
        return policy == null;
    }

    /** The state that the form was opened on: a change by somebody else in between is a conflict, not an overwriting. */
    public Object getEtag() {
        return form.value("etag", policy == null ? "" : policy.etag());
    }

    /** What a field shows: what was typed, what is stored, or the default. */
    public Object value(String field) {
        return form.value(field, stored(field));
    }

    /** Whether a risk is ticked. */
    public boolean risky(String risk) {
        Policy stored = policy;
        return form.ticked(
                "risk_levels",
                risk,
                stored == null
                        ? List.of()
                        : stored.when().riskLevels().stream()
                                .map(RiskLevel::toString)
                                .toList());
    }

    /** Whether the policy is to be in force. */
    public boolean isEnabled() {
        return form.ticked("enabled", "yes", policy == null || policy.enabled() ? List.of("yes") : List.of());
    }

    public List<String> getRisks() {
        return Arrays.stream(RiskLevel.values()).map(RiskLevel::toString).toList();
    }

    /** What a policy can be about. */
    public List<Workflow> getWorkflows() {
        return workflows.all();
    }

    /** The workflow of the form when it is none of those offered, such as an archived one; empty otherwise. */
    public String getOtherWorkflow() {
        String chosen = value("workflow_uuid").toString();
        return getWorkflows().stream().map(Workflow::uuid).map(UUID::toString).anyMatch(chosen::equals) ? "" : chosen;
    }

    /** The other admins, one of whom has to agree to a change; empty when there is none and a change holds at once. */
    public String getOtherAdmins() {
        return String.join(" or ", otherAdmins);
    }

    /** What the draft would have done with past requests; null when it was not tried. */
    public @Nullable PolicyReplayResult getReplay() {
        return replay;
    }

    /** The first of the requests that it would have fitted. */
    public List<PolicyReplayResult.Row> getReplayed() {
        return replay == null
                ? List.of()
                : replay.rows().stream().limit(REPLAYED_SHOWN).toList();
    }

    /** The draft beside what is in force. */
    public List<PolicyLines.Line> getLines() {
        return lines;
    }

    /** What the draft was when it was tried. */
    public String getTried() {
        return tried;
    }

    private @Nullable Object stored(String field) {
        Policy stored = policy;
        if (stored == null) {
            return switch (field) {
                case "priority" -> 100;
                case "kind" -> "severity";
                case "required_rejections" -> 1;
                default -> "";
            };
        }
        Policy.When when = stored.when();
        Rule rule = stored.then().rule();
        return switch (field) {
            case "name" -> stored.name();
            case "priority" -> stored.priority();
            case "kind" -> stored.kind().toString();
            case "tool_name" -> when.toolName();
            case "action_type" -> when.actionType();
            case "workflow_uuid" ->
                when.workflowUuid() == null ? "" : when.workflowUuid().toString();
            case "trigger_source" -> when.triggerSource();
            case "organization_id" -> when.organizationId();
            case "max_confidence" -> when.maxConfidence();
            case "secret" -> when.secret();
            case "host" -> when.host();
            case "integration" -> when.integration();
            case "action" -> when.action();
            case "timeout_seconds" -> stored.then().timeoutSeconds();
            default -> rule == null ? "" : RuleFields.stored(rule, field, json);
        };
    }
}
