package io.countersign.execution.worker;

import io.countersign.execution.ExecutionSettings;
import io.countersign.execution.killswitch.KillSwitchMatcher;
import io.countersign.execution.killswitch.KillSwitchTable;
import io.countersign.execution.run.QueuedRun;
import io.countersign.execution.run.RunTable;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads of this node that run things, and what they run at the moment. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class RunExecutor {
    private static final System.Logger LOG = System.getLogger(RunExecutor.class.getName());
    private static final int AT_ONCE = 200;

    @Resource(lookup = "java:jboss/ee/concurrency/factory/default")
    private ManagedThreadFactory threads;

    private final RunTable runs;
    private final RunProcessor running;
    private final KillSwitchTable killSwitches;
    private final Clock clock;
    private final ExecutionSettings settings;

    private final Map<UUID, ActiveRun> inHand = new ConcurrentHashMap<>();
    private ThreadPoolExecutor pool;

    @Inject
    public RunExecutor(
            RunTable runs,
            RunProcessor running,
            KillSwitchTable killSwitches,
            Clock clock,
            ExecutionSettings settings) {
        this.runs = runs;
        this.running = running;
        this.killSwitches = killSwitches;
        this.clock = clock;
        this.settings = settings;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected RunExecutor() {
        this(null, null, null, null, null);
    }

    @PostConstruct
    void open() {
        int size = settings.workers();
        pool = new ThreadPoolExecutor(size, size, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(size * 4), threads);
        pool.allowCoreThreadTimeOut(true);
    }

    /** Runs in hand are asked to stop; what does not end in time is found interrupted at the next start. */
    @PreDestroy
    void close() {
        pool.shutdown();
        inHand.values().forEach(active -> active.stop("the server is stopping"));
        try {
            pool.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Hands a queued run to a thread of this node; false when there is no room. */
    public boolean offer(QueuedRun job) {
        ActiveRun active = new ActiveRun(job);
        if (inHand.putIfAbsent(job.uuid(), active) != null) {
            return true;
        }
        try {
            pool.execute(() -> run(active));
            return true;
        } catch (RejectedExecutionException full) {
            inHand.remove(job.uuid());
            return false;
        }
    }

    /** Runs a queued run on the calling thread, unless it is in hand already. */
    public void take(UUID uuid) {
        runs.job(uuid).map(ActiveRun::new).ifPresent(active -> {
            if (inHand.putIfAbsent(uuid, active) == null) {
                run(active);
            }
        });
    }

    /** Stops a run if this node has it. */
    void stop(UUID uuid, String reason) {
        ActiveRun active = inHand.get(uuid);
        if (active != null) {
            active.stop(reason);
        }
    }

    /** Stops whatever an engaged kill switch concerns. */
    public void stopMatching() {
        var engaged = killSwitches.engaged();
        if (!engaged.isEmpty()) {
            inHand.values().forEach(active -> KillSwitchMatcher.stopping(engaged, active.subject())
                    .ifPresent(stop -> active.stop("kill switch: " + stop.reason())));
        }
    }

    /** Whether the run is in the hands of this node. */
    boolean has(UUID uuid) {
        return inHand.containsKey(uuid);
    }

    int busy() {
        return pool.getActiveCount();
    }

    int waiting() {
        return pool.getQueue().size();
    }

    /** Takes up queued runs that are due, as far as there is room. */
    public void sweep() {
        for (UUID uuid : runs.due(clock.instant(), AT_ONCE)) {
            if (pool.getQueue().remainingCapacity() == 0) {
                return;
            }
            if (!has(uuid)) {
                runs.job(uuid).ifPresent(this::offer);
            }
        }
    }

    private void run(ActiveRun active) {
        try {
            running.run(active);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // the row says where it stands: queued ones are swept up again, running ones end with their lease
            LOG.log(System.Logger.Level.ERROR, "Run " + active.job().uuid() + " could not be brought to its end", e);
        } finally {
            inHand.remove(active.job().uuid(), active);
        }
    }
}
