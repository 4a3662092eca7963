package io.countersign.security.apikey;

import io.countersign.kernel.Page;
import io.countersign.kernel.PageRequest;
import io.countersign.security.ApiKey;
import io.countersign.security.ConcurrentChange;
import io.countersign.security.KeyType;
import io.countersign.security.OrganizationScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** API keys in the database. */
@ApplicationScoped
public class KeyTable {

    private static final int MAX_NAMED = 500;

    @PersistenceContext(unitName = "security-pu")
    private EntityManager em;

    @SuppressWarnings("NullAway.Init")
    public KeyTable() {}

    public KeyTable(EntityManager em) {
        this.em = em;
    }

    public void add(ApiKeyRow row) {
        em.persist(row);
        em.flush();
    }

    public void flush() {
        em.flush();
    }

    public Optional<ApiKeyRow> find(UUID id) {
        return Optional.ofNullable(em.find(ApiKeyRow.class, id));
    }

    /** The row as it is now, alone with it until the transaction ends. */
    public void lock(ApiKeyRow row) {
        ConcurrentChange.lock(em, row, "The key is gone");
    }

    public Optional<ApiKeyRow> byHash(String hash) {
        return em.createQuery("select k from ApiKeyRow k where k.hash = :hash", ApiKeyRow.class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst();
    }

    /** The keys of the viewer's organizations, or all for people without one. */
    public Page<ApiKey> newestFirst(OrganizationScope purview, PageRequest page) {
        return purview.isWhole()
                ? page("", Map.of(), page)
                : page(
                        " where k.organizationId in (:organizations)",
                        Map.of("organizations", purview.organizations()),
                        page);
    }

    /** One person's keys. */
    public Page<ApiKey> newestOf(String owner, PageRequest page) {
        return page(" where k.owner = :owner", Map.of("owner", owner), page);
    }

    private Page<ApiKey> page(String where, Map<String, Object> values, PageRequest page) {
        String from = " from ApiKeyRow k" + where;
        TypedQuery<Long> count = em.createQuery("select count(k)" + from, Long.class);
        TypedQuery<ApiKeyRow> rows =
                em.createQuery("select k" + from + " order by k.createdAt desc, k.id", ApiKeyRow.class);
        values.forEach((name, value) -> {
            count.setParameter(name, value);
            rows.setParameter(name, value);
        });
        long total = count.getSingleResult();
        if (page.offset() >= total) {
            return new Page<>(List.of(), total);
        }
        List<ApiKey> keys = rows.setFirstResult((int) page.offset())
                .setMaxResults(page.size())
                .getResultStream()
                .map(ApiKeyRow::view)
                .toList();
        return new Page<>(keys, total);
    }

    /** Whether the name, in any case, is a key's, its owner's or a key's uuid. */
    public boolean isNamed(String name, OrganizationScope purview) {
        TypedQuery<Long> count = em.createQuery(
                        "select count(k) from ApiKeyRow k where (lower(k.name) = :name or lower(k.owner) = :name"
                                + " or lower(cast(k.id as string)) = :name)"
                                + (purview.isWhole()
                                        ? ""
                                        : " and " + purview.condition("k.organizationId", ":organization")),
                        Long.class)
                .setParameter("name", name.toLowerCase(Locale.ROOT));
        if (!purview.isWhole()) {
            count.setParameter("organization", purview.organizations());
        }
        return count.getSingleResult() > 0;
    }

    /** The keys that go by that: a name in any case, a prefix, a uuid. */
    public List<UUID> named(String name, OrganizationScope purview) {
        String prefix = name.startsWith(ApiKeyRow.KEY_PREFIX) ? name.substring(ApiKeyRow.KEY_PREFIX.length()) : name;
        TypedQuery<UUID> keys = em.createQuery(
                        "select k.id from ApiKeyRow k where (lower(k.name) = :name or k.prefix = :prefix"
                                + " or lower(cast(k.id as string)) = :name)"
                                + (purview.isWhole()
                                        ? ""
                                        : " and " + purview.condition("k.organizationId", ":organization"))
                                + " order by k.createdAt desc",
                        UUID.class)
                .setParameter("name", name.toLowerCase(Locale.ROOT))
                .setParameter("prefix", prefix);
        if (!purview.isWhole()) {
            keys.setParameter("organization", purview.organizations());
        }
        return keys.setMaxResults(MAX_NAMED).getResultList();
    }

    /** Human keys that are neither revoked nor expired. */
    public List<ApiKey> liveHumanKeys(Instant now) {
        return em.createQuery("""
                        select k from ApiKeyRow k where k.keyType = :human and k.revokedAt is null
                        and (k.expiresAt is null or k.expiresAt > :now)""", ApiKeyRow.class)
                .setParameter("human", KeyType.HUMAN)
                .setParameter("now", now)
                .getResultStream()
                .map(ApiKeyRow::view)
                .toList();
    }

    /** Notes that a key is in use, to the minute. */
    @Transactional(TxType.REQUIRES_NEW)
    void touch(UUID id, Instant now) {
        em.createQuery("update ApiKeyRow k set k.lastUsedAt = :now where k.id = :id")
                .setParameter("now", now)
                .setParameter("id", id)
                .executeUpdate();
    }

    Optional<String> secret(String name) {
        List<?> found = em.createNativeQuery("select text from server_secret where name = :name", String.class)
                .setParameter("name", name)
                .getResultList();
        return found.stream().findFirst().map(String.class::cast);
    }

    @Transactional(TxType.REQUIRES_NEW)
    void addSecret(String name, String text) {
        em.createNativeQuery("insert into server_secret (name, text) values (:name, :text)")
                .setParameter("name", name)
                .setParameter("text", text)
                .executeUpdate();
    }
}
