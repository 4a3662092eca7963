package io.countersign.approvals.expiry;

import io.countersign.approvals.Status;
import io.countersign.approvals.storage.Database;
import io.countersign.approvals.storage.Micros;
import io.countersign.approvals.view.DecisionWaiters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The parts of a sweep, each in a transaction of its own. */
@ApplicationScoped
public class RequestSweepSteps {

    private final Expiry expiry;
    private final ReminderSender reminding;
    private final DecisionWaiters waiters;
    private final Database database;
    private final Clock clock;

    @Inject
    public RequestSweepSteps(
            Expiry expiry, ReminderSender reminding, DecisionWaiters waiters, Database database, Clock clock) {
        this.expiry = expiry;
        this.reminding = reminding;
        this.waiters = waiters;
        this.database = database;
        this.clock = clock;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected RequestSweepSteps() {
        this(null, null, null, null, null);
    }

    @Transactional
    public int expire(int atMost) {
        return expiry.expireDue(Micros.micros(clock.instant()), atMost);
    }

    @Transactional
    public int remind(int atMost) {
        return reminding.remindDue(Micros.micros(clock.instant()), atMost);
    }

    /** Wakes those who wait for a request that has ended on another node or before they began to wait. */
    @Transactional
    public void wakeWaiters() {
        Set<UUID> awaited = waiters.awaited();
        if (!awaited.isEmpty()) {
            ended(awaited).forEach(waiters::wake);
        }
    }

    private List<UUID> ended(Set<UUID> awaited) {
        return database.entities()
                .createQuery("select r.id from RequestRow r where r.id in :ids and r.status <> :pending", UUID.class)
                .setParameter("ids", awaited)
                .setParameter("pending", Status.PENDING)
                .getResultList();
    }
}
