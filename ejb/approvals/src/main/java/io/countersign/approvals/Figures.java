package io.countersign.approvals;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Counts requests; the median looks at the latest decisions only, so that it stays cheap and says how things are now. */
@Stateless
public class Figures {

    private static final int LATEST = 1000;
    private static final Set<Status> DECIDED = Set.of(Status.APPROVED, Status.REJECTED);

    @Inject
    Database database;

    @Inject
    Clock clock;

    /** The numbers as they are now, of all organizations together. */
    public RequestFigures figures() {
        Instant now = clock.instant();
        long pending = database.entities()
                .createQuery(
                        "select count(*) from RequestRow r where r.status = :pending and r.expiresAt > :now",
                        Long.class)
                .setParameter("pending", Status.PENDING)
                .setParameter("now", now)
                .getSingleResult();
        long approved = count(Set.of(Status.APPROVED));
        long decided = count(DECIDED);
        return new RequestFigures(pending, decided == 0 ? 0 : (double) approved / decided, medianMinutes());
    }

    private long count(Set<Status> statuses) {
        return database.entities()
                .createQuery("select count(*) from RequestRow r where r.status in :statuses", Long.class)
                .setParameter("statuses", statuses)
                .getSingleResult();
    }

    private double medianMinutes() {
        List<Long> millis = database.entities()
                .createQuery(
                        "select r.requestedAt, r.resolvedAt from RequestRow r where r.status in :decided"
                                + " and r.resolvedAt is not null order by r.requestedAt desc",
                        Object[].class)
                .setParameter("decided", DECIDED)
                .setMaxResults(LATEST)
                .getResultStream()
                .map(row -> Duration.between((Instant) row[0], (Instant) row[1]).toMillis())
                .sorted()
                .toList();
        if (millis.isEmpty()) {
            return 0;
        }
        int middle = millis.size() / 2;
        double median =
                millis.size() % 2 == 1 ? millis.get(middle) : (millis.get(middle - 1) + millis.get(middle)) / 2.0;
        return median / 60_000.0;
    }
}
