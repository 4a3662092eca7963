package io.countersign.sample;

import io.countersign.approvals.api.SoarContext;
import io.countersign.approvals.api.SoarTool;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tools that people have to agree to, or that are limited, by what stands over them alone. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HostTools {
    @Inject
    Ledger ledger;

    @SoarTool(
            name = "isolate_host",
            description = "Cut a host off the network",
            actionType = "CONTAINMENT",
            riskLevel = "CRITICAL")
    public String isolate(SoarContext session, String host) {
        ledger.note("isolated " + host);
        return "isolated " + host;
    }

    @SoarTool(name = "block_ip", actionType = "CONTAINMENT", mode = SoarTool.ExecutionMode.ASYNC)
    public CompletableFuture<String> block(SoarContext session, String ip) {
        ledger.note("blocked " + ip);
        return CompletableFuture.completedFuture("blocked " + ip);
    }

    @SoarTool(name = "reset_session", approval = SoarTool.Approval.NONE, maxExecutionsPerHour = 2)
    public String reset(String account) {
        ledger.note("reset " + account);
        return "reset " + account;
    }

    @SoarTool(name = "flaky_lookup", approval = SoarTool.Approval.NONE, retries = 2)
    public String lookup(String what) {
        ledger.note("looked up " + what);
        throw new IllegalStateException("the directory is away");
    }

    @SoarTool(name = "endless_scan", approval = SoarTool.Approval.NONE, timeoutSeconds = 1)
    public String scan(String host) throws InterruptedException {
        // far beyond the limit: only the limit ends it
        new CountDownLatch(1).await(10, TimeUnit.MINUTES);
        return "scanned " + host;
    }

    @SoarTool(name = "wipe_host", permissions = "host-wiper")
    public String wipe(SoarContext session, String host) {
        ledger.note("wiped " + host);
        return "wiped " + host;
    }
}
