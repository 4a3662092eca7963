package io.countersign.workflows;

import io.countersign.kernel.Page;
import io.countersign.kernel.PageRequest;
import io.countersign.security.ConcurrentChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bindings of secrets in the database. */
@ApplicationScoped
class SecretBindingRepository {

    @PersistenceContext(unitName = "workflows-pu")
    @SuppressWarnings("NullAway.Init")
    private EntityManager em;

    Page<SecretBinding> page(PageRequest page) {
        List<SecretBinding> items = em.createQuery("select s from SecretRow s order by s.name", SecretRow.class)
                .setFirstResult((int) Math.min(page.offset(), Integer.MAX_VALUE))
                .setMaxResults(page.size())
                .getResultStream()
                .map(SecretRow::binding)
                .toList();
        return new Page<>(
                items,
                em.createQuery("select count(s) from SecretRow s", Long.class).getSingleResult());
    }

    Optional<SecretRow> find(String name) {
        return Optional.ofNullable(em.find(SecretRow.class, name));
    }

    /** The bindings that there are among the names. */
    Map<String, SecretBinding> bindings(Collection<String> names) {
        Map<String, SecretBinding> bindings = new LinkedHashMap<>();
        if (!names.isEmpty()) {
            em.createQuery("select s from SecretRow s where s.name in :names", SecretRow.class)
                    .setParameter("names", names)
                    .getResultStream()
                    .forEach(row -> bindings.put(row.name, row.binding()));
        }
        return bindings;
    }

    void add(SecretRow row) {
        em.persist(row);
    }

    void lock(SecretRow row) {
        ConcurrentChange.lock(em, row, "The binding of this secret was removed by somebody else at the same moment");
    }

    void remove(SecretRow row) {
        em.remove(row);
    }

    void flush() {
        em.flush();
    }
}
