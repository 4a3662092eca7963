package io.countersign.workflows;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.SandboxOptions;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The server's one sandbox: opened when the application starts, closed when it stops. Checks and runs go through it. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ScriptSandbox {
    @SuppressWarnings("NullAway.Init")
    private Sandbox sandbox;

    @PostConstruct
    void open() {
        Config config = ConfigProvider.getConfig();
        SandboxOptions options = SandboxOptions.DEFAULT.withWorkers(
                config.getOptionalValue("sandbox.workers", Integer.class).orElse(SandboxOptions.DEFAULT.workers()),
                config.getOptionalValue("sandbox.worker.heap.mb", Integer.class)
                        .orElse(SandboxOptions.DEFAULT.workerHeapMegabytes()));
        String isolation =
                config.getOptionalValue("sandbox.isolation", String.class).orElse("worker");
        sandbox = switch (isolation) {
            case "worker" -> Sandbox.workers(options);
            case "in_process" -> Sandbox.inProcess(options);
            default ->
                throw new IllegalStateException(
                        "SANDBOX_ISOLATION is " + isolation + "; it must be worker or in_process");
        };
    }

    @PreDestroy
    void close() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    /** The sandbox itself, safe for many threads. For execution and this module only. */
    public Sandbox sandbox() {
        return sandbox;
    }
}
