package io.countersign.approvals;

import io.countersign.approvals.RequestCounts.Calibration;
import io.countersign.approvals.storage.Database;
import io.countersign.kernel.ServerOnly;
import io.countersign.security.Actor;
import io.countersign.security.OrganizationScope;
import io.countersign.security.Scopes;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Counts requests. What looks at the latest only stays cheap and says how things are now; the rates of {@link #figures} are over
 * all there ever were, and cost with the history.
 */
@Stateless
public class RequestStatistics {

    private static final int LATEST = 1000;
    private static final int FIFTHS = 5;
    private static final String NEWEST = " order by r.requestedAt desc";
    private static final Set<Status> DECIDED = Set.of(Status.APPROVED, Status.REJECTED);

    private final Database database;
    private final Clock clock;

    @Inject
    public RequestStatistics(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected RequestStatistics() {
        this(null, null);
    }

    /** The numbers as they are now, of the requests within the viewer's organizations. */
    public RequestCounts figures(Actor viewer) {
        requireReader(viewer);
        OrganizationScope purview = OrganizationScope.of(viewer);
        long approved = count(Status.APPROVED, purview);
        long decided = approved + count(Status.REJECTED, purview);
        return new RequestCounts(
                pending(purview),
                decided == 0 ? 0 : (double) approved / decided,
                medianMinutes(purview),
                calibration(purview));
    }

    /** The numbers of the latest requests within the viewer's organizations. */
    public RecentRequestCounts recent(Actor viewer) {
        requireReader(viewer);
        OrganizationScope purview = OrganizationScope.of(viewer);
        return new RecentRequestCounts(
                pending(purview), endings(purview, LATEST), medianMinutes(purview), calibration(purview));
    }

    /** Numbers show nothing of a single request; who reads anything reads them. */
    private static void requireReader(Actor viewer) {
        viewer.requireAnyScope(Scopes.WORKFLOWS_READ, Scopes.APPROVALS_READ, Scopes.AUDIT_READ);
    }

    /** Each way to end is read along its own index, and the newest of all of them are counted. */
    Map<Status, Long> endings(OrganizationScope purview, int latest) {
        Map<Status, Long> endings = new EnumMap<>(Status.class);
        List<Ended> ended = new ArrayList<>();
        for (Status status : Status.values()) {
            if (status.terminal()) {
                endings.put(status, 0L);
                query(Instant.class, "select r.requestedAt from RequestRow r where r.status = :status", NEWEST, purview)
                        .setParameter("status", status)
                        .setMaxResults(latest)
                        .getResultList()
                        .forEach(asked -> ended.add(new Ended(asked, status)));
            }
        }
        ended.stream()
                .sorted(Comparator.comparing(Ended::asked).reversed())
                .limit(latest)
                .forEach(one -> endings.merge(one.status(), 1L, Long::sum));
        return endings;
    }

    private record Ended(Instant asked, Status status) {}

    private long pending(OrganizationScope purview) {
        return query(
                        Long.class,
                        "select count(*) from RequestRow r where r.status = :pending and r.expiresAt > :now",
                        "",
                        purview)
                .setParameter("pending", Status.PENDING)
                .setParameter("now", clock.instant())
                .getSingleResult();
    }

    /** How many requests wait for people right now, of all organizations together: for operators' figures. */
    @ServerOnly("the server's figures")
    public long pending() {
        return database.entities()
                .createQuery(
                        "select count(*) from RequestRow r where r.status = :pending and r.expiresAt > :now",
                        Long.class)
                .setParameter("pending", Status.PENDING)
                .setParameter("now", clock.instant())
                .getSingleResult();
    }

    private long count(Status status, OrganizationScope purview) {
        return query(Long.class, "select count(*) from RequestRow r where r.status = :status", "", purview)
                .setParameter("status", status)
                .getSingleResult();
    }

    private <T> TypedQuery<T> query(Class<T> type, String select, String order, OrganizationScope purview) {
        if (purview.isWhole()) {
            return database.entities().createQuery(select + order, type);
        }
        return database.entities()
                .createQuery(select + " and " + purview.condition("r.organizationId", ":organization") + order, type)
                .setParameter("organization", purview.organizations());
    }

    private List<Calibration> calibration(OrganizationScope purview) {
        long[] decided = new long[FIFTHS];
        long[] approved = new long[FIFTHS];
        query(Object[].class, """
                        select r.confidence, r.status from RequestRow r where r.status in :decided
                        and r.confidence is not null""", NEWEST, purview)
                .setParameter("decided", DECIDED)
                .setMaxResults(LATEST)
                .getResultList()
                .forEach(row -> {
                    int fifth = Math.min((int) ((Double) row[0] * FIFTHS), FIFTHS - 1);
                    decided[fifth]++;
                    approved[fifth] += row[1] == Status.APPROVED ? 1 : 0;
                });
        return IntStream.range(0, FIFTHS)
                .filter(fifth -> decided[fifth] > 0)
                .mapToObj(fifth -> new Calibration(
                        (double) fifth / FIFTHS,
                        (fifth + 1.0) / FIFTHS,
                        decided[fifth],
                        (double) approved[fifth] / decided[fifth]))
                .toList();
    }

    private double medianMinutes(OrganizationScope purview) {
        List<Long> millis = query(Object[].class, """
                        select r.requestedAt, r.resolvedAt from RequestRow r where r.status in :decided
                        and r.resolvedAt is not null""", NEWEST, purview)
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
