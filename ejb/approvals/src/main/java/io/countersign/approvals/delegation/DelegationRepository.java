package io.countersign.approvals.delegation;

import io.countersign.approvals.storage.Database;
import io.countersign.security.Actor;
import io.countersign.security.OrganizationScope;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Delegations in the database. */
@Dependent
public class DelegationRepository {

    private final Database database;

    @Inject
    public DelegationRepository(Database database) {
        this.database = database;
    }

    /** Those under which this person may act for somebody else right now, the oldest first. */
    public List<DelegationRow> liveFor(String delegate, Instant now) {
        return database.entities()
                .createQuery("""
                        select d from DelegationRow d where d.delegate = :delegate and d.fromTime <= :now
                        and d.toTime > :now order by d.createdAt, d.id""", DelegationRow.class)
                .setParameter("delegate", delegate)
                .setParameter("now", now)
                .getResultList();
    }

    /** Those that any of these people have given and that hold right now. */
    public List<DelegationRow> liveOf(Collection<String> givers, Instant now) {
        if (givers.isEmpty()) {
            return List.of();
        }
        return database.entities()
                .createQuery("""
                        select d from DelegationRow d where d.giver in :givers and d.fromTime <= :now
                        and d.toTime > :now order by d.createdAt, d.id""", DelegationRow.class)
                .setParameter("givers", List.copyOf(givers))
                .setParameter("now", now)
                .getResultList();
    }

    /** Those that the viewer may see, the newest first. */
    public List<DelegationRow> page(Actor viewer, long offset, int size) {
        return query("select d", viewer, " order by d.createdAt desc, d.id", DelegationRow.class)
                .setFirstResult((int) Math.min(offset, Integer.MAX_VALUE))
                .setMaxResults(size)
                .getResultList();
    }

    public long count(Actor viewer) {
        return query("select count(d)", viewer, "", Long.class).getSingleResult();
    }

    private <T> TypedQuery<T> query(String select, Actor viewer, String order, Class<T> type) {
        OrganizationScope purview = OrganizationScope.of(viewer);
        Map<String, Object> values = new HashMap<>();
        String where = "";
        if (!viewer.isAdmin() || !purview.isWhole()) {
            where = " where (d.giver = :person or d.delegate = :person)";
            values.put("person", viewer.person());
        }
        if (viewer.isAdmin() && !purview.isWhole()) {
            where += " or d.organizationId in (:organizations)";
            values.put("organizations", purview.organizations());
        }
        var query = database.entities().createQuery(select + " from DelegationRow d" + where + order, type);
        values.forEach(query::setParameter);
        return query;
    }

    public Optional<DelegationRow> find(UUID id) {
        return Optional.ofNullable(database.entities().find(DelegationRow.class, id));
    }

    /** The row as it is now, alone with it until the transaction ends; CONFLICT when somebody else has just ended it. */
    public void lock(DelegationRow row) {
        database.lock(row, "The delegation was ended by somebody else at the same moment");
    }

    public void add(DelegationRow row) {
        database.entities().persist(row);
    }

    public void remove(DelegationRow row) {
        database.entities().remove(row);
    }

    public void flush() {
        database.entities().flush();
    }
}
