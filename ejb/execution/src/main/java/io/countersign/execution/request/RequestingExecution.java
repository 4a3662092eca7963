package io.countersign.execution.request;

import io.countersign.approvals.ApprovalRequestSpec;
import io.countersign.approvals.Approvals;
import io.countersign.approvals.RuleLimits;
import io.countersign.approvals.SubmissionResult;
import io.countersign.execution.ExecuteRequest;
import io.countersign.execution.ExecuteResult;
import io.countersign.execution.Inputs;
import io.countersign.execution.ServerHttpCalls;
import io.countersign.execution.killswitch.KillSwitchMatcher;
import io.countersign.execution.killswitch.KillSwitchTable;
import io.countersign.execution.queue.RunQueue;
import io.countersign.execution.run.QueuedRun;
import io.countersign.execution.run.RunTable;
import io.countersign.kernel.CanonicalJson;
import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.FieldError;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.security.OrganizationScope;
import io.countersign.workflows.ApprovalMode;
import io.countersign.workflows.Endpoint;
import io.countersign.workflows.Workflow;
import io.countersign.workflows.WorkflowSnapshot;
import io.countersign.workflows.Workflows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The gate: who may have what run, and whether people have to agree first. */
@ApplicationScoped
public class RequestingExecution {
    private final Workflows workflows;
    private final Approvals approvals;
    private final KillSwitchTable killSwitches;
    private final ServerHttpCalls callouts;
    private final RunQueue queue;
    private final RunTable runs;
    private final AgreementTerms terms;
    private final Clock clock;

    @Inject
    public RequestingExecution(
            Workflows workflows,
            Approvals approvals,
            KillSwitchTable killSwitches,
            ServerHttpCalls callouts,
            RunQueue queue,
            RunTable runs,
            AgreementTerms terms,
            Clock clock) {
        this.workflows = workflows;
        this.approvals = approvals;
        this.killSwitches = killSwitches;
        this.callouts = callouts;
        this.queue = queue;
        this.runs = runs;
        this.terms = terms;
        this.clock = clock;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected RequestingExecution() {
        this(null, null, null, null, null, null, null, null);
    }

    /** In one transaction: a run, or a request for agreement; never both. */
    @Transactional
    public ExecuteResult ask(UUID workflowUuid, ExecuteRequest wish, Actor by) {
        WorkflowSnapshot published = workflows.published(workflowUuid);
        Workflow workflow = published.workflow();
        OrganizationScope.of(by).require("workflow", workflowUuid, workflow.organizationId());
        if (!workflow.executable()) {
            throw Refusal.of(
                    ErrorCode.WORKFLOW_NOT_EXECUTABLE,
                    "The workflow is "
                            + (workflow.archivedAt() == null ? workflow.state().wire() : "archived")
                            + "; only an active one executes");
        }
        Map<String, Object> arguments = arguments(workflow, wish);
        ApprovalRequestSpec ask = request(published, wish, arguments, by);
        boolean gated = gated(workflow, by) || approvals.isRequiredByPolicy(ask);
        check(workflow, wish, gated, by);
        if (wish.callbackUrl() != null) {
            callouts.check("callback_url", wish.callbackUrl());
        }
        refuseWhileStopped(published, by);
        String tooLarge = RuleLimits.argumentsFlaw(arguments);
        if (tooLarge != null) {
            throw Refusal.invalid("parameters", tooLarge);
        }
        return gated ? agreement(published, ask) : queued(published, wish, arguments, by);
    }

    private static boolean gated(Workflow workflow, Actor by) {
        return workflow.approvalMode() == ApprovalMode.ALWAYS
                || (workflow.approvalMode() == ApprovalMode.AGENT_ONLY && by.isAgent());
    }

    private static void check(Workflow workflow, ExecuteRequest wish, boolean gated, Actor by) {
        List<FieldError> errors = new ArrayList<>();
        String type = wish.indicator().type();
        if (!workflow.indicatorTypes().isEmpty() && !workflow.indicatorTypes().contains(type)) {
            errors.add(new FieldError(
                    "indicator.type",
                    "is " + type + "; this workflow takes " + String.join(", ", workflow.indicatorTypes())));
        }
        if (by.isAgent() && wish.reason() == null) {
            errors.add(new FieldError("reason", "is required of agents"));
        }
        if (wish.callbackUrl() != null && !gated) {
            errors.add(new FieldError(
                    "callback_url", "tells of a decision, and nobody is asked for this; follow the run instead"));
        }
        if (by.isAgent() && wish.confidence() == null) {
            errors.add(new FieldError("confidence", "is required of agents"));
        }
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
    }

    private void refuseWhileStopped(WorkflowSnapshot published, Actor by) {
        Workflow workflow = published.workflow();
        KillSwitchMatcher.Subject subject = new KillSwitchMatcher.Subject(
                workflow.uuid(),
                by.isAgent(),
                KillSwitchMatcher.names(by.person(), by.userName(), by.label(), by.keyId()),
                KillSwitchMatcher.integrationsIn(workflow.code()),
                owner(workflow, by));
        KillSwitchMatcher.stopping(killSwitches.engaged(), subject).ifPresent(stop -> {
            throw Refusal.forbidden("kill_switch", "A kill switch is engaged: " + stop.reason());
        });
    }

    private ExecuteResult queued(
            WorkflowSnapshot published, ExecuteRequest wish, Map<String, Object> arguments, Actor by) {
        Workflow workflow = published.workflow();
        QueuedRun job = new QueuedRun(
                UUID.randomUUID(),
                workflow.uuid(),
                workflow.name(),
                trigger(by),
                by.person(),
                context(wish, by),
                arguments,
                CanonicalJson.sha256(arguments),
                workflow.codeVersion(),
                workflow.sha256(),
                published.bindingSha256(),
                workflow.timeSavedMinutes(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null,
                owner(workflow, by));
        queue.add(job);
        return new ExecuteResult.Queued(job.uuid());
    }

    private ApprovalRequestSpec request(
            WorkflowSnapshot published, ExecuteRequest wish, Map<String, Object> arguments, Actor by) {
        Workflow w = published.workflow();
        return asDefined(w, by)
                .effect(published.effect())
                .arguments(arguments)
                .reason(wish.reason())
                .confidence(wish.confidence())
                .editors(workflows.editors(w.uuid()))
                .terms(terms.of(published))
                .reach(WorkflowReach.of(published))
                .triggerContext(frozen(published, wish, by))
                .callbackUrl(wish.callbackUrl())
                .build();
    }

    /** What the workflow's definition says about asking for it. */
    public static ApprovalRequestSpec.Builder asDefined(Workflow w, Actor by) {
        return ApprovalRequestSpec.workflow(w.uuid(), w.name(), w.codeVersion(), w.sha256(), by)
                .action("workflow", w.documentation().isBlank() ? w.name() : w.documentation())
                .riskLevel(w.riskLevel())
                .rule(w.rule())
                .timeoutSeconds(w.approvalTimeoutSeconds())
                .reminderAfterSeconds(w.reminderAfterSeconds())
                .escalation(w.escalation())
                .channel(w.approvalChannel())
                .organizationId(w.organizationId());
    }

    private ExecuteResult agreement(WorkflowSnapshot published, ApprovalRequestSpec ask) {
        SubmissionResult asked = approvals.ask(ask);
        if (asked instanceof SubmissionResult.Pending pending) {
            // last of all, because an edit cannot cancel what it does not see yet
            if (!workflows.stillBinds(published)) {
                approvals.cancelOutdated(pending.id(), "The workflow was changed while it was asked for");
            }
            return new ExecuteResult.PendingApproval(pending.id(), pending.requestNumber(), pending.expiresAt());
        }
        // a policy agreed: the decision's observer has queued the run in this very transaction
        return new ExecuteResult.Queued(runs.ofApproval(asked.id()).orElseThrow());
    }

    /** Everything that the digest covers. */
    private static Map<String, Object> arguments(Workflow workflow, ExecuteRequest wish) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("indicator", Inputs.json(wish.indicator()));
        arguments.put("alert", wish.alert());
        arguments.put(
                "alert_uuid", wish.alertUuid() == null ? null : wish.alertUuid().toString());
        arguments.put("parameters", wish.parameters());
        Endpoint endpoint = workflow.endpoint();
        if (endpoint != null) {
            arguments.put(
                    "endpoint",
                    Map.of(
                            "url", endpoint.url(),
                            "method", endpoint.method(),
                            "headers", endpoint.headers(),
                            "secret_headers", endpoint.secretHeaders()));
        }
        return arguments;
    }

    /** What the run will show of its asker. */
    private static Map<String, Object> context(ExecuteRequest wish, Actor by) {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("requested_by", by.userName());
        context.put("key", by.label());
        UUID key = by.keyId();
        context.put("key_uuid", key == null ? null : key.toString());
        context.put("trigger_type", trigger(by));
        context.put("reason", wish.reason());
        context.put("confidence", wish.confidence());
        context.put(
                "indicator",
                Map.of(
                        "type",
                        wish.indicator().type(),
                        "value",
                        wish.indicator().value()));
        context.put(
                "alert_uuid", wish.alertUuid() == null ? null : wish.alertUuid().toString());
        return context;
    }

    /** The same, and what the run will need to know of the workflow as it was when people were asked. */
    private static Map<String, Object> frozen(WorkflowSnapshot published, ExecuteRequest wish, Actor by) {
        Map<String, Object> frozen = context(wish, by);
        frozen.put(ApprovedRunObserver.REQUESTER, by.person());
        frozen.put(ApprovedRunObserver.BINDING, published.bindingSha256());
        frozen.put(ApprovedRunObserver.TIME_SAVED, published.workflow().timeSavedMinutes());
        frozen.put(ApprovedRunObserver.ORGANIZATION, owner(published.workflow(), by));
        return frozen;
    }

    /** A run of what all see belongs to whoever asked for it. */
    private static @Nullable String owner(Workflow workflow, Actor by) {
        return OrganizationScope.of(by).owner(workflow.organizationId());
    }

    private static String trigger(Actor by) {
        return by.isAgent() ? "agent" : "human";
    }
}
