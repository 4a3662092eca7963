package io.countersign.approvals.catalogue;

import io.countersign.approvals.CatalogueEntry;
import io.countersign.approvals.storage.Database;
import io.countersign.security.OrganizationScope;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The catalogue in the database. */
@Dependent
public class CatalogueRepository {

    private static final String ORDER = " order by c.place, c.id";

    private final Database database;

    @Inject
    public CatalogueRepository(Database database) {
        this.database = database;
    }

    /** What holds for a tool's calls in an organization: the entries without one and the organization's. */
    public List<CatalogueEntry> of(String toolName, @Nullable String organization) {
        return database.entities()
                .createQuery(
                        "select c from CatalogueRow c where c.toolKey = :tool"
                                + " and (c.organizationId is null or c.organizationId = :organization)" + ORDER,
                        CatalogueRow.class)
                .setParameter("tool", CatalogueRow.key(toolName))
                .setParameter("organization", organization == null ? "" : organization)
                .getResultStream()
                .map(CatalogueRow::view)
                .toList();
    }

    public List<CatalogueRow> page(OrganizationScope purview, long offset, int size) {
        return within(purview, "select c", ORDER, CatalogueRow.class)
                .setFirstResult((int) Math.min(offset, Integer.MAX_VALUE))
                .setMaxResults(size)
                .getResultList();
    }

    public long count(OrganizationScope purview) {
        return within(purview, "select count(c)", "", Long.class).getSingleResult();
    }

    private <T> TypedQuery<T> within(OrganizationScope purview, String what, String order, Class<T> type) {
        String where = purview.isWhole() ? "" : " where " + purview.condition("c.organizationId", ":organization");
        TypedQuery<T> query = database.entities().createQuery(what + " from CatalogueRow c" + where + order, type);
        return purview.isWhole() ? query : query.setParameter("organization", purview.organizations());
    }

    public Optional<CatalogueRow> find(UUID id) {
        return Optional.ofNullable(database.entities().find(CatalogueRow.class, id));
    }

    public Optional<CatalogueRow> at(String place) {
        return database.entities()
                .createQuery("select c from CatalogueRow c where c.place = :place", CatalogueRow.class)
                .setParameter("place", place)
                .getResultStream()
                .findFirst();
    }

    /** The row as it is now, alone with it until the transaction ends; CONFLICT when somebody else has just removed it. */
    public void lock(CatalogueRow row) {
        database.lock(row, "The entry was removed by somebody else at the same moment");
    }

    public void add(CatalogueRow row) {
        database.entities().persist(row);
    }

    public void remove(CatalogueRow row) {
        database.entities().remove(row);
    }

    public void flush() {
        database.entities().flush();
    }
}
