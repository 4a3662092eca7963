package io.countersign.schema;

import io.countersign.health.Probes;
import io.countersign.health.SchemaReady;
import io.countersign.kernel.settings.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import javax.sql.DataSource;

/**
 * Refuses settings that cannot be used, of every module at once, then migrates. Whatever touches the database while starting depends on this bean by
 * {@code @DependsOn("schema.jar#SchemaAtStart")}; a failure stops the deployment.
 */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaAtStart {

    @Resource(lookup = "java:jboss/datasources/CountersignDS")
    @SuppressWarnings("NullAway.Init")
    DataSource dataSource;

    @Resource(lookup = "java:jboss/ee/concurrency/executor/default")
    @SuppressWarnings("NullAway.Init")
    ManagedExecutorService executor;

    private final Probes probes;
    private final Event<SchemaReady> ready;
    private final Instance<Settings> settings;

    @Inject
    public SchemaAtStart(Probes probes, Event<SchemaReady> ready, Instance<Settings> settings) {
        this.probes = probes;
        this.ready = ready;
        this.settings = settings;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected SchemaAtStart() {
        this(null, null, null);
    }

    @PostConstruct
    void start() {
        Settings.check(settings);
        String version = Migrations.apply(dataSource);
        probes.register(new DatabaseProbe(dataSource, executor, version));
        ready.fire(new SchemaReady(version));
    }
}
