package io.countersign.gateway.server;

import io.countersign.kernel.Page;
import io.countersign.kernel.PageRequest;
import io.countersign.security.ConcurrentChange;
import io.countersign.security.OrganizationScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** MCP servers and their tools in the database. */
@ApplicationScoped
public class ServerRepository {

    @PersistenceContext(unitName = "gateway-pu")
    @SuppressWarnings("NullAway.Init")
    private EntityManager em;

    public Page<McpServerRow> page(OrganizationScope purview, PageRequest page) {
        String where = purview.isWhole() ? "" : " where " + purview.condition("s.organizationId", ":organizations");
        TypedQuery<McpServerRow> rows =
                em.createQuery("select s from McpServerRow s" + where + " order by s.name", McpServerRow.class);
        TypedQuery<Long> total = em.createQuery("select count(s) from McpServerRow s" + where, Long.class);
        if (!purview.isWhole()) {
            rows.setParameter("organizations", purview.organizations());
            total.setParameter("organizations", purview.organizations());
        }
        return new Page<>(
                rows.setFirstResult((int) Math.min(page.offset(), Integer.MAX_VALUE))
                        .setMaxResults(page.size())
                        .getResultList(),
                total.getSingleResult());
    }

    public Optional<McpServerRow> find(UUID uuid) {
        return Optional.ofNullable(em.find(McpServerRow.class, uuid));
    }

    public Optional<McpServerRow> byName(String name) {
        return em.createQuery("select s from McpServerRow s where s.name = :name", McpServerRow.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst();
    }

    /** Every tool that was ever listed, by name. */
    public List<McpToolRow> tools(UUID server) {
        return em.createQuery(
                        "select t from McpToolRow t where t.serverUuid = :server order by t.name", McpToolRow.class)
                .setParameter("server", server)
                .getResultList();
    }

    public Optional<McpToolRow> tool(UUID server, String name) {
        return em.createQuery(
                        "select t from McpToolRow t where t.serverUuid = :server and t.name = :name", McpToolRow.class)
                .setParameter("server", server)
                .setParameter("name", name)
                .getResultStream()
                .findFirst();
    }

    Optional<McpToolRow> toolOf(UUID uuid) {
        return Optional.ofNullable(em.find(McpToolRow.class, uuid));
    }

    void add(Object row) {
        em.persist(row);
    }

    /** Whoever changes a server or its tools, and whoever has just asked for a call of one, takes turns here. */
    public void lock(McpServerRow row) {
        ConcurrentChange.lock(em, row, "The server was removed by somebody else at the same moment");
    }

    /** Reads again what may have been changed since. */
    public void refresh(McpToolRow row) {
        em.refresh(row);
    }

    void remove(McpServerRow row) {
        em.createQuery("delete from McpToolRow t where t.serverUuid = :server")
                .setParameter("server", row.uuid)
                .executeUpdate();
        em.remove(row);
    }

    public void flush() {
        em.flush();
    }
}
