package io.countersign.approvals;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The module's tables, in the caller's transaction. */
@Dependent
class Database {

    @PersistenceContext(unitName = "approvals-pu")
    private EntityManager entities;

    /** For the container, which sets the field. */
    @SuppressWarnings("NullAway.Init")
    Database() {}

    /** For use without a container. */
    Database(EntityManager entities) {
        this.entities = entities;
    }

    EntityManager entities() {
        return entities;
    }
}
