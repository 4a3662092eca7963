package io.countersign.workflows;

import io.countersign.kernel.ServerOnly;
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
import jakarta.inject.Inject;

/** The server's one sandbox: opened when the application starts, closed when it stops. Checks and runs go through it. */
@ServerOnly("checks and runs that were permitted")
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ScriptSandbox {
    private static final System.Logger LOG = System.getLogger(ScriptSandbox.class.getName());

    private final SandboxSettings settings;

    @SuppressWarnings("NullAway.Init")
    private Sandbox sandbox;

    @Inject
    public ScriptSandbox(SandboxSettings settings) {
        this.settings = settings;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected ScriptSandbox() {
        this(null);
    }

    @PostConstruct
    void open() {
        SandboxOptions options = settings.options().withArchives(ServerFolders.archives());
        sandbox = settings.isInProcess() ? Sandbox.inProcess(options) : Sandbox.workers(options);
        LOG.log(System.Logger.Level.INFO, Layer.described(sandbox.layers()));
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
