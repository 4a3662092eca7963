package io.countersign.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Takes entries within the caller's transaction and wakes the sealer once that has committed. */
@ApplicationScoped
class AuditStaging {

    private static final Object WAKES = new Object();

    private final AuditDatabase database;
    private final AuditSealer sealer;
    private final Clock clock;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private @Nullable TransactionSynchronizationRegistry transaction;

    @Inject
    AuditStaging(AuditDatabase database, AuditSealer sealer, Clock clock) {
        this.database = database;
        this.sealer = sealer;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected AuditStaging() {
        this.database = null;
        this.sealer = null;
        this.clock = null;
    }

    void put(AuditEntry entry) {
        database.call(connection -> {
            AuditStagingTable.insert(connection, entry, clock.instant());
            return entry;
        });
        wakeAfterCommit();
    }

    private void wakeAfterCommit() {
        if (transaction == null || transaction.getResource(WAKES) != null) {
            return;
        }
        transaction.putResource(WAKES, true);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    sealer.wake();
                }
            }
        });
    }
}
