package io.countersign.workflows;

import io.countersign.kernel.Page;
import io.countersign.kernel.PageRequest;
import io.countersign.kernel.Refusal;
import io.countersign.security.ConcurrentChange;
import io.countersign.security.OrganizationScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.LockModeType;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PessimisticLockException;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of workflows and their versions. */
@ApplicationScoped
class WorkflowRepository {
    private static final Map<String, String> SORTS = Map.of(
            "name", "w.name",
            "state", "w.state",
            "risk_level", "w.riskRank",
            "updated_at", "w.updatedAt",
            "created_at", "w.createdAt");

    @PersistenceContext(unitName = "workflows-pu")
    @SuppressWarnings("NullAway.Init")
    private EntityManager em;

    void add(WorkflowRow row) {
        em.persist(row);
    }

    void add(VersionRow row) {
        em.persist(row);
    }

    /** Sends what has changed to the database, so that the revision is the stored one. */
    void flush() {
        em.flush();
    }

    Optional<WorkflowRow> find(UUID uuid) {
        return Optional.ofNullable(em.find(WorkflowRow.class, uuid));
    }

    /** 404 when there is none. */
    WorkflowRow require(UUID uuid) {
        return find(uuid).orElseThrow(() -> Refusal.notFound("workflow", uuid));
    }

    /** The row as it is now, locked until the transaction ends; what was read of it before is read again. */
    Optional<WorkflowRow> lock(UUID uuid) {
        Optional<WorkflowRow> row = find(uuid);
        row.ifPresent(found -> ConcurrentChange.lock(em, found, "The workflow is gone"));
        return row;
    }

    /**
     * The same without waiting, for whoever holds the lock of a request: an edit under way waits for that one.
     *
     * @throws Refusal CONFLICT while somebody else is editing
     */
    Optional<WorkflowRow> lockNow(UUID uuid) {
        Optional<WorkflowRow> row = find(uuid);
        try {
            row.ifPresent(found ->
                    em.refresh(found, LockModeType.PESSIMISTIC_WRITE, Map.of("jakarta.persistence.lock.timeout", 0)));
            return row;
        } catch (PessimisticLockException | LockTimeoutException busy) {
            throw ConcurrentChange.refusal();
        } catch (EntityNotFoundException gone) {
            return Optional.empty();
        }
    }

    void add(EditRow row) {
        em.persist(row);
    }

    /** Persons who wrote what would run, or changed what protects it, since people last agreed to it. */
    List<String> editors(UUID uuid) {
        return em.createQuery(
                        "select distinct e.person from EditRow e where e.workflowUuid = :uuid order by e.person",
                        String.class)
                .setParameter("uuid", uuid)
                .getResultList();
    }

    /** People have agreed to what the editors made of it. */
    void forgetEditors(UUID uuid) {
        em.createQuery("delete from EditRow e where e.workflowUuid = :uuid")
                .setParameter("uuid", uuid)
                .executeUpdate();
    }

    Optional<WorkflowRow> builtin(String key) {
        return em.createQuery("select w from WorkflowRow w where w.builtin = :key", WorkflowRow.class)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    /** The workflows in use that are granted a secret. */
    List<WorkflowRow> granted(String secret) {
        return em.createQuery(
                        "select w from WorkflowRow w where w.archivedAt is null and w.definition like :name escape '!'",
                        WorkflowRow.class)
                .setParameter("name", "%\"" + literal(secret) + "\"%")
                .getResultStream()
                .filter(row -> row.definition().texts("allowed_secrets").contains(secret))
                .toList();
    }

    Optional<VersionRow> version(UUID uuid, int version) {
        return Optional.ofNullable(em.find(VersionRow.class, new VersionRow.Key(uuid, version)));
    }

    /** The current source; empty for workflows that are not scripts. */
    Optional<String> code(WorkflowRow row) {
        return row.kind.equals(WorkflowKind.SCRIPT.wire())
                ? version(row.uuid, row.codeVersion).map(v -> v.code)
                : Optional.empty();
    }

    List<VersionRow> versions(UUID uuid) {
        return em.createQuery(
                        "select v from VersionRow v where v.key.workflowUuid = :uuid order by v.key.version desc",
                        VersionRow.class)
                .setParameter("uuid", uuid)
                .getResultList();
    }

    /** Everybody behind the versions with just that source: where it comes back, they have written it once more. */
    Set<String> authors(UUID uuid, String sha256) {
        return versions(uuid).stream()
                .filter(version -> version.sha256.equals(sha256))
                .flatMap(version -> Author.people(version.author, version.authorHand).stream())
                .collect(Collectors.toSet());
    }

    Page<WorkflowRow> list(WorkflowQuery query, OrganizationScope organizationScope, PageRequest page) {
        List<String> where = new ArrayList<>(List.of("w.archivedAt is null"));
        Map<String, Object> values = new java.util.HashMap<>();
        equal(where, values, "state", query.state());
        equal(where, values, "kind", query.kind());
        if (!query.riskLevels().isEmpty()) {
            where.add("w.riskLevel in :riskLevels");
            values.put("riskLevels", query.riskLevels());
        }
        if (query.indicatorType() != null) {
            where.add("(w.indicatorTypes = '' or w.indicatorTypes like :indicatorType escape '!')");
            values.put("indicatorType", "%\n" + literal(query.indicatorType()) + "\n%");
        }
        if (query.tag() != null) {
            where.add("w.tags like :tag escape '!'");
            values.put("tag", "%\n" + literal(query.tag()) + "\n%");
        }
        words(where, values, query.q());
        if (!organizationScope.isWhole()) {
            where.add(organizationScope.condition("w.organizationId", ":organization"));
            values.put("organization", organizationScope.organizations());
        }
        String from = " from WorkflowRow w where " + String.join(" and ", where);
        TypedQuery<Long> count = em.createQuery("select count(w)" + from, Long.class);
        TypedQuery<WorkflowRow> rows = em.createQuery("select w" + from + order(query), WorkflowRow.class);
        values.forEach((name, value) -> {
            count.setParameter(name, value);
            rows.setParameter(name, value);
        });
        long offset = Math.min(page.offset(), Integer.MAX_VALUE);
        return new Page<>(
                rows.setFirstResult((int) offset).setMaxResults(page.size()).getResultList(), count.getSingleResult());
    }

    private static void equal(List<String> where, Map<String, Object> values, String field, @Nullable String value) {
        if (value != null) {
            where.add("w." + field + " = :" + field);
            values.put(field, value);
        }
    }

    private static void words(List<String> where, Map<String, Object> values, @Nullable String q) {
        if (q == null) {
            return;
        }
        int n = 0;
        for (String word : q.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            where.add("w.searchText like :q" + n + " escape '!'");
            values.put("q" + n++, "%" + literal(word) + "%");
        }
    }

    private static String literal(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static String order(WorkflowQuery query) {
        String by = SORTS.getOrDefault(query.sortBy() == null ? "created_at" : query.sortBy(), "w.createdAt");
        return " order by " + by + ("asc".equals(query.sortOrder()) ? " asc" : " desc") + ", w.uuid";
    }
}
