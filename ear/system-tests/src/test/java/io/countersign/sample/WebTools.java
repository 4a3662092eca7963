package io.countersign.sample;

import io.countersign.approvals.api.SoarContext;
import io.countersign.approvals.api.SoarTool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;

/** Guarded tools of a web archive: what is called on another thread is found there, too. */
@ApplicationScoped
public class WebTools {
    @Inject
    Ledger ledger;

    @SoarTool(name = "close_port", mode = SoarTool.ExecutionMode.ASYNC)
    public CompletableFuture<String> close(SoarContext session, String port) {
        ledger.note("closed " + port);
        return CompletableFuture.completedFuture("closed " + port);
    }

    @SoarTool(name = "flaky_probe", approval = SoarTool.Approval.NONE, retries = 2)
    public String probe(String what) {
        ledger.note("probed " + what);
        throw new IllegalStateException("the probe is away");
    }
}
