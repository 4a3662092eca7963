package io.countersign.approvals.storage;

import io.countersign.security.ConcurrentChange;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The module's tables, in the caller's transaction. */
@Dependent
public class Database {

    @PersistenceContext(unitName = "approvals-pu")
    private EntityManager entities;

    /** For the container, which sets the field. */
    @SuppressWarnings("NullAway.Init")
    Database() {}

    /** For use without a container. */
    public Database(EntityManager entities) {
        this.entities = entities;
    }

    /** The row as it is now, locked until the transaction ends; CONFLICT with these words when it is there no more. */
    public void lock(Object row, String gone) {
        ConcurrentChange.lock(entities, row, gone);
    }

    public EntityManager entities() {
        return entities;
    }
}
