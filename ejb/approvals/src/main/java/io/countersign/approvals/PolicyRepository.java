package io.countersign.approvals;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Policies in the database. */
@Dependent
class PolicyRepository {

    private final Database database;

    @Inject
    PolicyRepository(Database database) {
        this.database = database;
    }

    /** Enabled ones in the order in which they are tried. */
    List<Policy> enabled() {
        return database.entities()
                .createQuery(
                        "select p from PolicyRow p where p.enabled = true order by p.priority, p.createdAt, p.id",
                        PolicyRow.class)
                .getResultStream()
                .map(PolicyJson::read)
                .toList();
    }

    List<PolicyRow> page(long offset, int size) {
        return database.entities()
                .createQuery("select p from PolicyRow p order by p.priority, p.createdAt, p.id", PolicyRow.class)
                .setFirstResult((int) Math.min(offset, Integer.MAX_VALUE))
                .setMaxResults(size)
                .getResultList();
    }

    long count() {
        return database.entities()
                .createQuery("select count(p) from PolicyRow p", Long.class)
                .getSingleResult();
    }

    Optional<PolicyRow> find(UUID id) {
        return Optional.ofNullable(database.entities().find(PolicyRow.class, id));
    }

    /** The row as it is now, alone with it until the transaction ends; CONFLICT when somebody else has just removed it. */
    void lock(PolicyRow row) {
        database.lock(row, "The policy was removed by somebody else at the same moment");
    }

    Optional<PolicyRow> named(String name) {
        return database.entities()
                .createQuery("select p from PolicyRow p where p.name = :name", PolicyRow.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst();
    }

    void add(PolicyRow row) {
        database.entities().persist(row);
    }

    void remove(PolicyRow row) {
        database.entities().remove(row);
    }

    void flush() {
        database.entities().flush();
    }
}
