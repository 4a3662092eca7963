package io.countersign.approvals.tool;

import io.countersign.approvals.Approvals;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.Status;
import io.countersign.approvals.SubmissionResult;
import io.countersign.approvals.api.SoarTool;
import io.countersign.approvals.api.SoarToolGuard;
import io.countersign.approvals.api.ToolRefusedException;
import io.countersign.approvals.api.ToolRefusedException.Reason;
import io.countersign.approvals.request.RequestNumbers;
import io.countersign.approvals.tool.ToolExecution.Noted;
import io.countersign.kernel.CanonicalJson;
import io.countersign.security.Actor;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Stands before every {@link SoarTool} method: permission, approval, limits, and only then the method, once. */
@Interceptor
@SoarTool
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
@SuppressWarnings(
        "serial") // interceptors of passivating beans must say they are serializable; these are never passivated
class SoarToolInterceptor implements SoarToolGuard, Serializable {

    private final Approvals approvals;
    private final PlatformService service;
    private final CallerIdentity identity;
    private final ToolRuns runs;
    private final ToolExecution execution;

    @Inject
    SoarToolInterceptor(
            Approvals approvals,
            PlatformService service,
            CallerIdentity identity,
            ToolRuns runs,
            ToolExecution execution) {
        this.approvals = approvals;
        this.service = service;
        this.identity = identity;
        this.runs = runs;
        this.execution = execution;
    }

    @AroundInvoke
    @Nullable
    Object guard(InvocationContext invocation) throws Exception {
        if (ToolExecution.isGranted(invocation.getMethod())) {
            SoarToolGuard.markPassed(invocation);
            return invocation.proceed();
        }
        ToolCall call = ToolCall.of(
                invocation.getMethod(),
                invocation.getParameters(),
                invocation.getTarget().getClass());
        Actor by = identity.caller();
        permit(call, by);
        boolean async = call.tool().mode() == SoarTool.ExecutionMode.ASYNC;
        if (async && !call.returnsFuture()) {
            throw new IllegalStateException(call.method() + " is ASYNC and must return a CompletableFuture");
        }
        // before anybody is asked: what could not be carried out must not be agreed to
        Noted noted = execution.note(call.tool(), invocation);
        if (call.tool().approval() == SoarTool.Approval.NONE) {
            return run(call, null, noted);
        }
        UUID id = asked(call, by);
        return async ? later(call, id, noted) : now(call, id, noted);
    }

    private static void permit(ToolCall call, Actor by) {
        for (String permission : call.tool().permissions()) {
            if (!by.hasRole(permission) && !by.hasScope(permission)) {
                throw new ToolRefusedException(
                        Reason.NOT_PERMITTED, null, by.userName() + " lacks " + permission + " for " + call.name());
            }
        }
    }

    /** A request left behind by the same call, as after a restart, or a new one. */
    private UUID asked(ToolCall call, Actor by) {
        Optional<UUID> left = runs.leftBehind(
                call.name(),
                by.person(),
                call.context().getSessionId(),
                CanonicalJson.sha256(call.arguments()),
                CanonicalJson.write(call.mark()));
        if (left.isPresent()) {
            RequestView view = approvals.show(left.get());
            if (view.status() == Status.PENDING) {
                service.waitIn(
                        call.context(),
                        new SubmissionResult.Pending(view.uuid(), view.requestNumber(), view.expiresAt()));
            }
            return left.get();
        }
        SubmissionResult asked = PlatformService.told(() -> approvals.askAlone(call.ask(by), RequestNumbers.next()));
        runs.waitFor(asked.id());
        service.waitIn(call.context(), asked);
        return asked.id();
    }

    private @Nullable Object now(ToolCall call, UUID id, Noted noted) throws Exception {
        try {
            approvedOrThrow(id, service.waitFor(id));
            return run(call, id, noted);
        } finally {
            runs.done(id);
        }
    }

    private CompletionStage<Object> later(ToolCall call, UUID id, Noted noted) {
        CompletableFuture<Object> answer = new CompletableFuture<>();
        Runnable afterwards = execution.prepared(answer, () -> {
            try {
                approvedOrThrow(id, approvals.show(id).status());
                return run(call, id, noted);
            } finally {
                runs.done(id);
            }
        });
        approvals.whenDecided(id, afterwards);
        return answer;
    }

    private void approvedOrThrow(UUID id, Status status) {
        if (status != Status.APPROVED) {
            String requestNumber = approvals.show(id).requestNumber();
            throw new ToolRefusedException(Reason.NOT_APPROVED, requestNumber, requestNumber + " is " + status);
        }
    }

    private @Nullable Object run(ToolCall call, @Nullable UUID id, Noted noted) throws Exception {
        if (id != null && !call.isUnchanged(noted.arguments())) {
            throw new ToolRefusedException(
                    Reason.NOT_APPROVED,
                    null,
                    "The arguments of " + call.name() + " are not those that were agreed to");
        }
        return switch (runs.begin(call.name(), id, call.tool().maxExecutionsPerHour())) {
            case GO -> execution.run(call.tool(), noted);
            case TOO_MANY ->
                throw new ToolRefusedException(
                        Reason.TOO_MANY_EXECUTIONS,
                        null,
                        call.name() + " has run " + call.tool().maxExecutionsPerHour() + " times within the hour");
            case DONE_BEFORE ->
                throw new ToolRefusedException(
                        Reason.NOT_APPROVED, null, "This approval of " + call.name() + " was used already");
        };
    }
}
