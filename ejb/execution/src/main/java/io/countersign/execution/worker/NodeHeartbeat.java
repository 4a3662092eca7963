package io.countersign.execution.worker;

import io.countersign.execution.run.RunEvents;
import io.countersign.execution.run.RunTable;
import io.countersign.execution.run.RunTransitions;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The heartbeat of this node: renews its leases, obeys stops from elsewhere, takes up what was left lying, and ends the
 * runs of nodes that died. Correctness never depends on a beat; only how soon things are put right does.
 */
@Singleton
@Startup
@DependsOn("schema.jar#SchemaAtStart")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@SuppressWarnings("NullAway.Init")
public class NodeHeartbeat {
    private static final System.Logger LOG = System.getLogger(NodeHeartbeat.class.getName());

    @Inject
    private RunTable runs;

    @Inject
    private RunTransitions ledger;

    @Inject
    private RunExecutor workers;

    @Inject
    private RunEvents events;

    @Inject
    private ExecutionProbes probes;

    @Inject
    private NodeIncarnation node;

    @Inject
    private Clock clock;

    private final AtomicBoolean beating = new AtomicBoolean();

    @PostConstruct
    void start() {
        probes.register();
        events.heldBy(workers::has);
        try {
            for (UUID uuid : runs.ofEarlierLives(node.name(), node.life())) {
                ledger.interrupt(uuid, node.life(), clock.instant());
            }
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Runs of an earlier life are still to be marked; their leases will run out",
                    e);
        }
    }

    @Schedule(hour = "*", minute = "*", second = "*/1", persistent = false)
    void beat() {
        if (!beating.compareAndSet(false, true)) {
            return;
        }
        try {
            Instant now = clock.instant();
            runs.renewLeases(node.life(), now.plus(RunProcessor.LEASE));
            runs.toStop(node.life()).forEach(stop -> workers.stop(stop.uuid(), stop.reason()));
            workers.stopMatching();
            for (UUID uuid : runs.abandoned(now)) {
                ledger.interrupt(uuid, node.life(), now);
            }
            workers.sweep();
            events.look();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "A heartbeat failed; the next one goes on", e);
        } finally {
            beating.set(false);
        }
    }
}
