package io.countersign.gateway.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls in the database. */
@ApplicationScoped
public class CallRepository {

    @PersistenceContext(unitName = "gateway-pu")
    @SuppressWarnings("NullAway.Init")
    private EntityManager em;

    /** Breaks the unique constraint when the same call is there already. */
    void add(CallRow row) {
        em.persist(row);
        em.flush();
    }

    Optional<CallRow> bySameKey(String key) {
        return em.createQuery("select c from CallRow c where c.sameKey = :key", CallRow.class)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    Optional<CallRow> byRequest(UUID request) {
        return em.createQuery("select c from CallRow c where c.requestUuid = :request", CallRow.class)
                .setParameter("request", request)
                .getResultStream()
                .findFirst();
    }

    /** Requests for calls of a server, or of one of its tools, that nobody has decided. */
    List<UUID> pendingRequests(UUID server, @Nullable String tool) {
        return em.createQuery("""
                        select c from CallRow c where c.serverUuid = :server and c.pending = true
                        order by c.requestUuid""", CallRow.class)
                .setParameter("server", server)
                .getResultStream()
                .filter(row -> tool == null || row.toolName.equals(tool))
                .map(row -> row.requestUuid)
                .filter(Objects::nonNull)
                .toList();
    }

    void flush() {
        em.flush();
    }
}
