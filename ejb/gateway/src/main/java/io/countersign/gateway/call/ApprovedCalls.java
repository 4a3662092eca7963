package io.countersign.gateway.call;

import io.countersign.approvals.Approvals;
import io.countersign.approvals.FrozenArguments;
import io.countersign.approvals.Kind;
import io.countersign.approvals.RequestDecided;
import io.countersign.approvals.Status;
import io.countersign.execution.CalledTool;
import io.countersign.execution.FrozenCall;
import io.countersign.execution.ToolCallArguments;
import io.countersign.execution.ToolCallRuns;
import io.countersign.gateway.server.ServerChanged;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.UUID;

/** Turns an agreement into the one run of its call, in the very transaction of the decision; and ends what cannot be called any more. */
@Dependent
public class ApprovedCalls {

    private final CallRepository calls;
    private final Approvals approvals;
    private final ToolCallRuns runs;

    @Inject
    public ApprovedCalls(CallRepository calls, Approvals approvals, ToolCallRuns runs) {
        this.calls = calls;
        this.approvals = approvals;
        this.runs = runs;
    }

    void decided(@Observes(during = TransactionPhase.IN_PROGRESS) RequestDecided decided) {
        if (decided.kind() == Kind.TOOL) {
            calls.byRequest(decided.id()).ifPresent(row -> {
                row.end();
                if (decided.status() == Status.APPROVED) {
                    queue(row, decided.id());
                }
            });
        }
    }

    /** The run of a call that has just been agreed to. */
    UUID queue(CallRow row, UUID request) {
        FrozenArguments agreed = approvals.approvedArguments(request);
        UUID run = runs.queue(
                new FrozenCall(
                        new CalledTool(
                                row.serverUuid,
                                String.valueOf(agreed.arguments().get("tool_name"))),
                        row.fingerprint,
                        row.bindingSha256,
                        ToolCallArguments.toSend(agreed.arguments(), row.arguments),
                        request,
                        null),
                agreed);
        row.runUuid = run;
        approvals.attachRun(request, run);
        return run;
    }

    void changed(@Observes(during = TransactionPhase.IN_PROGRESS) ServerChanged changed) {
        for (UUID request : calls.pendingRequests(changed.server(), changed.tool())) {
            approvals.cancelPending(request, changed.why());
        }
    }
}
