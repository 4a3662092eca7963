package io.countersign.workflows;

import io.countersign.sandbox.Layer;
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
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The server's one sandbox: opened when the application starts, closed when it stops. Checks and runs go through it. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ScriptSandbox {
    private static final System.Logger LOG = System.getLogger(ScriptSandbox.class.getName());

    @SuppressWarnings("NullAway.Init")
    private Sandbox sandbox;

    @PostConstruct
    void open() {
        Config config = ConfigProvider.getConfig();
        SandboxOptions d = SandboxOptions.DEFAULT;
        SandboxOptions options = d.withWorkers(
                        atLeastOne(config, "sandbox.workers", d.workers()),
                        atLeastOne(config, "sandbox.worker.heap.mb", d.workerHeapMegabytes()))
                .withTestWorkers(atLeastOne(config, "sandbox.test.workers", d.testWorkers()))
                .withRecycleAfterRuns(atLeastOne(config, "sandbox.recycle.after.runs", d.recycleAfterRuns()))
                .withArchives(ServerFolders.archives())
                .withRequired(required(config));
        String isolation =
                config.getOptionalValue("sandbox.isolation", String.class).orElse("worker");
        sandbox = switch (isolation) {
            case "worker" -> Sandbox.workers(options);
            case "in_process" -> Sandbox.inProcess(options);
            default ->
                throw new IllegalStateException(
                        "SANDBOX_ISOLATION is " + isolation + "; it must be worker or in_process");
        };
        LOG.log(System.Logger.Level.INFO, Layer.described(sandbox.layers()));
    }

    /** The layers without which this server does not start. */
    private static Set<Layer> required(Config config) {
        try {
            return Layer.list(
                    config.getOptionalValue("sandbox.require", String.class).orElse(""));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("SANDBOX_REQUIRE: " + e.getMessage(), e);
        }
    }

    private static int atLeastOne(Config config, String name, int otherwise) {
        String given = config.getOptionalValue(name, String.class)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(String.valueOf(otherwise));
        if (!given.matches("[1-9][0-9]{0,8}")) {
            String setting = name.replace('.', '_').toUpperCase(Locale.ROOT);
            throw new IllegalStateException(setting + " is " + given + "; it must be a whole number from 1");
        }
        return Integer.parseInt(given);
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
