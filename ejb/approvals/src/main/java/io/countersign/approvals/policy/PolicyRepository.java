package io.countersign.approvals.policy;

import io.countersign.approvals.Policy;
import io.countersign.approvals.storage.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Policies in the database. */
@Dependent
public class PolicyRepository {

    private final Database database;

    @Inject
    public PolicyRepository(Database database) {
        this.database = database;
    }

    /** Enabled ones in the order in which they are tried. */
    public List<Policy> enabled() {
        return database.entities()
                .createQuery(
                        "select p from PolicyRow p where p.enabled = true order by p.priority, p.createdAt, p.id",
                        PolicyRow.class)
                .getResultStream()
                .map(PolicyJson::read)
                .toList();
    }

    public List<PolicyRow> page(long offset, int size) {
        return database.entities()
                .createQuery("select p from PolicyRow p order by p.priority, p.createdAt, p.id", PolicyRow.class)
                .setFirstResult((int) Math.min(offset, Integer.MAX_VALUE))
                .setMaxResults(size)
                .getResultList();
    }

    public long count() {
        return database.entities()
                .createQuery("select count(p) from PolicyRow p", Long.class)
                .getSingleResult();
    }

    public Optional<PolicyRow> find(UUID id) {
        return Optional.ofNullable(database.entities().find(PolicyRow.class, id));
    }

    /** The row as it is now, alone with it until the transaction ends; CONFLICT when somebody else has just removed it. */
    public void lock(PolicyRow row) {
        database.lock(row, "The policy was removed by somebody else at the same moment");
    }

    public Optional<PolicyRow> named(String name) {
        return database.entities()
                .createQuery("select p from PolicyRow p where p.name = :name", PolicyRow.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst();
    }

    public void add(PolicyRow row) {
        database.entities().persist(row);
    }

    public void remove(PolicyRow row) {
        database.entities().remove(row);
    }

    public void flush() {
        database.entities().flush();
    }
}
