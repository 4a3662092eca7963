package io.countersign.schema;

import io.countersign.health.SchemaReady;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import javax.sql.DataSource;

/** Runs first: the EAR starts its modules in order and this one leads. A failure stops the deployment. */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaAtStart {

    @Resource(lookup = "java:jboss/datasources/CountersignDS")
    @SuppressWarnings("NullAway.Init")
    DataSource dataSource;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Event<SchemaReady> ready;

    @PostConstruct
    void migrate() {
        ready.fire(new SchemaReady(Migrations.apply(dataSource)));
    }
}
