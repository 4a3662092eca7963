package io.countersign.security.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which user of the identity provider is which person, in the database. Rows are never changed. */
@ApplicationScoped
class PersonTable {

    private static final int BATCH = 500;

    @PersistenceContext(unitName = "security-pu")
    private EntityManager em;

    @SuppressWarnings("NullAway.Init")
    PersonTable() {}

    PersonTable(EntityManager em) {
        this.em = em;
    }

    /** The ids of those subjects that have one, by subject. */
    @Transactional(TxType.REQUIRES_NEW)
    Map<String, String> ids(String issuer, Collection<String> subjects) {
        Map<String, String> ids = new HashMap<>();
        List<String> all = new ArrayList<>(subjects);
        for (int from = 0; from < all.size(); from += BATCH) {
            List<?> rows = em.createNativeQuery(
                            "select subject, id from person where issuer = :issuer and subject in (:subjects)",
                            Object[].class)
                    .setParameter("issuer", issuer)
                    .setParameter("subjects", all.subList(from, Math.min(all.size(), from + BATCH)))
                    .getResultList();
            rows.forEach(row -> ids.put((String) ((Object[]) row)[0], (String) ((Object[]) row)[1]));
        }
        return ids;
    }

    /** The subject of the user with that id. */
    @Transactional(TxType.REQUIRES_NEW)
    Optional<String> subject(String issuer, String id) {
        List<?> found = em.createNativeQuery(
                        "select subject from person where issuer = :issuer and id = :id", String.class)
                .setParameter("issuer", issuer)
                .setParameter("id", id)
                .getResultList();
        return found.stream().findFirst().map(String.class::cast);
    }

    /** Adds people unless the id or the user is taken, both by subject. */
    @Transactional(TxType.REQUIRES_NEW)
    void add(Map<String, String> ids, String issuer, Map<String, String> userNames, Instant now) {
        Query insert = em.createNativeQuery("""
                insert into person (id, issuer, subject, first_name, first_seen_at)
                values (:id, :issuer, :subject, :name, :now) on conflict do nothing""");
        // in one order, so that two nodes that meet the same people do not wait for each other
        new TreeMap<>(ids).forEach((subject, id) -> insert.setParameter("id", id)
                .setParameter("issuer", issuer)
                .setParameter("subject", subject)
                .setParameter("name", userNames.get(subject))
                .setParameter("now", now)
                .executeUpdate());
    }
}
