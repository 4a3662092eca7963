package io.countersign.security.people;

import io.countersign.kernel.CanonicalJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The last snapshot of the directory in the database: one row for the whole and one for every few thousand people. */
@ApplicationScoped
public class SnapshotTable {

    private static final System.Logger LOG = System.getLogger(SnapshotTable.class.getName());
    private static final int WIDEST = 1_048_576;
    private static final Duration REWRITTEN_AFTER = Duration.ofMinutes(10);
    /** Much is not written again for every little change. */
    private static final int MUCH = 1_048_576;

    private static final Duration MUCH_REWRITTEN_AFTER = Duration.ofMinutes(5);

    @PersistenceContext(unitName = "security-pu")
    private EntityManager em;

    private volatile String saved = "";
    private volatile Instant savedAsOf = Instant.EPOCH;

    @SuppressWarnings("NullAway.Init")
    public SnapshotTable() {}

    public SnapshotTable(EntityManager em) {
        this.em = em;
    }

    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Snapshot> load() {
        List<?> rows = em.createNativeQuery(
                        "select as_of, content from directory_snapshot where id = 1", Object[].class)
                .getResultList();
        return rows.stream().findFirst().flatMap(row -> {
            Object[] columns = (Object[]) row;
            return whole(instant(columns[0]), (String) columns[1]);
        });
    }

    private Optional<Snapshot> whole(Instant asOf, String head) {
        List<String> parts = em
                .createNativeQuery("select content from directory_snapshot_part order by part", String.class)
                .getResultList()
                .stream()
                .map(part -> GzipText.unpack((String) part))
                .toList();
        if (parts.size() != Snapshot.parts(head)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The kept knowledge of people is not whole; Keycloak has to be asked first");
            return Optional.empty();
        }
        return Optional.of(Snapshot.of(asOf, head, parts));
    }

    private static Instant instant(Object column) {
        return column instanceof Instant instant ? instant : ((java.time.OffsetDateTime) column).toInstant();
    }

    /** Keeps the knowledge; nothing is written when it is what was written not long ago. */
    @Transactional(TxType.REQUIRES_NEW)
    public void save(Snapshot snapshot) {
        List<String> parts = snapshot.parts();
        String head = snapshot.head(parts.size());
        List<String> all = new ArrayList<>(parts);
        all.add(head);
        String sha256 = CanonicalJson.sha256(all);
        long length = parts.stream().mapToLong(String::length).sum();
        Duration pause = sha256.equals(saved) ? REWRITTEN_AFTER : length > MUCH ? MUCH_REWRITTEN_AFTER : Duration.ZERO;
        if (snapshot.asOf().isBefore(savedAsOf.plus(pause))) {
            return;
        }
        if (head.length() > WIDEST) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "There are too many roles to keep who has them for a restart without Keycloak");
        } else {
            write(snapshot.asOf(), head, parts);
        }
        saved = sha256;
        savedAsOf = snapshot.asOf();
    }

    /** The row of the whole comes first: its lock lets one node write at a time. */
    private void write(Instant asOf, String head, List<String> parts) {
        if (row("update directory_snapshot set as_of = :asOf, content = :content where id = 1", asOf, head) == 0) {
            row("insert into directory_snapshot (id, as_of, content) values (1, :asOf, :content)", asOf, head);
        }
        em.createNativeQuery("delete from directory_snapshot_part").executeUpdate();
        for (int part = 0; part < parts.size(); part++) {
            em.createNativeQuery("insert into directory_snapshot_part (part, content) values (:part, :content)")
                    .setParameter("part", part)
                    .setParameter("content", GzipText.pack(parts.get(part)))
                    .executeUpdate();
        }
    }

    private int row(String sql, Instant asOf, String head) {
        return em.createNativeQuery(sql)
                .setParameter("asOf", asOf)
                .setParameter("content", head)
                .executeUpdate();
    }
}
