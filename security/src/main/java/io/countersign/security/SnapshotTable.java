package io.countersign.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The last knowledge of people in the database: one row. */
@ApplicationScoped
class SnapshotTable {

    private static final Logger LOG = Logger.getLogger(SnapshotTable.class.getName());
    private static final int MOST = 1_048_576;
    private static final Duration REWRITTEN_AFTER = Duration.ofMinutes(10);

    @PersistenceContext(unitName = "security-pu")
    private EntityManager em;

    private volatile @Nullable String saved;
    private volatile Instant savedAsOf = Instant.EPOCH;

    @SuppressWarnings("NullAway.Init")
    SnapshotTable() {}

    SnapshotTable(EntityManager em) {
        this.em = em;
    }

    @Transactional(TxType.REQUIRES_NEW)
    Optional<Snapshot> load() {
        List<?> rows = em.createNativeQuery(
                        "select as_of, content from directory_snapshot where id = 1", Object[].class)
                .getResultList();
        return rows.stream().findFirst().map(row -> {
            Object[] columns = (Object[]) row;
            return Snapshot.of(instant(columns[0]), (String) columns[1]);
        });
    }

    private static Instant instant(Object column) {
        return column instanceof Instant instant ? instant : ((java.time.OffsetDateTime) column).toInstant();
    }

    /** Keeps the knowledge; nothing is written when it is what was written not long ago. */
    @Transactional(TxType.REQUIRES_NEW)
    void save(Snapshot snapshot) {
        String content = snapshot.content();
        if (content.equals(saved) && snapshot.asOf().isBefore(savedAsOf.plus(REWRITTEN_AFTER))) {
            return;
        }
        if (content.length() > MOST) {
            LOG.warning("There are too many people to keep their roles for a restart without Keycloak");
            remember(snapshot, content);
            return;
        }
        if (write("update directory_snapshot set as_of = :asOf, content = :content where id = 1", snapshot, content)
                == 0) {
            write("insert into directory_snapshot (id, as_of, content) values (1, :asOf, :content)", snapshot, content);
        }
        remember(snapshot, content);
    }

    private void remember(Snapshot snapshot, String content) {
        saved = content;
        savedAsOf = snapshot.asOf();
    }

    private int write(String sql, Snapshot snapshot, String content) {
        return em.createNativeQuery(sql)
                .setParameter("asOf", snapshot.asOf())
                .setParameter("content", content)
                .executeUpdate();
    }
}
