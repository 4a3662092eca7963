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
public class NodeHeartbeat {
    private static final System.Logger LOG = System.getLogger(NodeHeartbeat.class.getName());

    private final RunTable runs;
    private final RunTransitions ledger;
    private final RunExecutor workers;
    private final RunEvents events;
    private final ExecutionProbes probes;
    private final NodeIncarnation node;
    private final Clock clock;

    private final AtomicBoolean beating = new AtomicBoolean();

    @Inject
    public NodeHeartbeat(
            RunTable runs,
            RunTransitions ledger,
            RunExecutor workers,
            RunEvents events,
            ExecutionProbes probes,
            NodeIncarnation node,
            Clock clock) {
        this.runs = runs;
        this.ledger = ledger;
        this.workers = workers;
        this.events = events;
        this.probes = probes;
        this.node = node;
        this.clock = clock;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected NodeHeartbeat() {
        this(null, null, null, null, null, null, null);
    }

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
