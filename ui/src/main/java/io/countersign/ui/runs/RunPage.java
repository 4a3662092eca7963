package io.countersign.ui.runs;

import io.countersign.approvals.Approvals;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.Verdict;
import io.countersign.execution.Run;
import io.countersign.execution.RunStatus;
import io.countersign.execution.Runs;
import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import io.countersign.ui.PageJson;
import io.countersign.ui.PageRequests;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One run: how it went, what it called and logged, who asked and who agreed. */
@Named
@RequestScoped
public class RunPage {

    @Inject
    Runs runs;

    @Inject
    Approvals approvals;

    @Inject
    CurrentUser currentUser;

    @Inject
    PageJson json;

    @Inject
    HttpServletRequest request;

    private @Nullable Run run;
    private String agreedBy = "";

    /** Reads the run that the address names. */
    public void open() {
        Actor actor = currentUser.actor();
        actor.requireScope(Scopes.WORKFLOWS_READ);
        Run found = runs.get(PageRequests.idInPath(request, "run"), actor);
        run = found;
        if (found.approvalRequestUuid() != null) {
            agreedBy = agreed(found.approvalRequestUuid(), actor);
        }
    }

    private String agreed(UUID requestId, Actor viewer) {
        try {
            return approvals.get(requestId, viewer).decisions().stream()
                    .filter(decision -> decision.decision() == Verdict.APPROVE)
                    .map(RequestView.Decision::approver)
                    .collect(Collectors.joining(" and "));
        } catch (Refusal refusal) {
            if (refusal.code() == ErrorCode.NOT_FOUND || refusal.code() == ErrorCode.FORBIDDEN) {
                return ""; // the run may be seen where its request may not
            }
            throw refusal;
        }
    }

    /** The run. */
    public Run getRun() {
        if (run == null) {
            throw new IllegalStateException("the page was not opened");
        }
        return run;
    }

    /** The people whose agreement it rests on; empty when unknown to the viewer. */
    public String getAgreedBy() {
        return agreedBy;
    }

    /** Whether something can still happen to it. */
    public boolean isLive() {
        return !getRun().status().terminal();
    }

    public boolean isInterrupted() {
        return getRun().status() == RunStatus.INTERRUPTED;
    }

    public boolean isMayCancel() {
        Actor actor = currentUser.actor();
        return isLive()
                && (actor.hasScope(Scopes.WORKFLOWS_EXECUTE) || actor.hasScope(Scopes.APPROVALS_WRITE))
                && runs.mayCancel(getRun(), actor);
    }

    /** What the script gave back beyond its message. */
    public String getDataText() {
        return getRun().result() == null ? "" : json.of(getRun().result().get("data"));
    }
}
