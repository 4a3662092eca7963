package io.countersign.web.operations;

import io.countersign.approvals.RequestStatistics;
import io.countersign.audit.Audit;
import io.countersign.execution.RunStatus;
import io.countersign.execution.Runs;
import io.countersign.notify.DeliveryState;
import io.countersign.notify.Notifications;
import io.countersign.sandbox.EndOfUse;
import io.countersign.sandbox.Layer;
import io.countersign.sandbox.PoolStatus;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * The figures of this server for machines: read when somebody asks at {@code /metrics} on the management port. The server
 * hands on what is registered by the registry's own methods only; what a meter's builder registers stays unseen.
 */
@WebListener
public class ApplicationMetrics implements ServletContextListener {

    private static final System.Logger LOG = System.getLogger(ApplicationMetrics.class.getName());

    private static final String OURS = "countersign.";

    @Inject
    MeterRegistry registry;

    @Inject
    Runs runs;

    @Inject
    RequestStatistics statistics;

    @Inject
    Notifications notifications;

    @Inject
    Audit audit;

    @Override
    public void contextInitialized(ServletContextEvent started) {
        pool();
        for (RunStatus status : RunStatus.values()) {
            gauge("runs", tag("status", status), () -> runs.byStatus().getOrDefault(status, 0L));
        }
        for (DeliveryState state : List.of(DeliveryState.DUE, DeliveryState.DEAD)) {
            gauge("notifications", tag("state", state), () -> notifications.count(state));
        }
        gauge("approvals.pending", Tags.empty(), statistics::pending);
        gauge("audit.unsealed", Tags.empty(), audit::unsealed);
    }

    private void pool() {
        worker("size", PoolStatus::size);
        worker("busy", PoolStatus::busy);
        worker("idle", PoolStatus::idle);
        worker("waiting", PoolStatus::waiting);
        for (Layer layer : Layer.values()) {
            gauge(
                    "sandbox.layer",
                    tag("layer", layer),
                    () -> runs.sandboxLayers().contains(layer) ? 1 : 0);
        }
        sum("runs", PoolStatus::runs);
        sum("killed", PoolStatus::kills);
        sum("recycled", PoolStatus::recycled);
        sum("lost", PoolStatus::lost);
        for (PoolStatus.Pool pool : runs.pool().pools()) {
            pool(pool.name(), "size", PoolStatus.Pool::size);
            pool(pool.name(), "busy", PoolStatus.Pool::busy);
            pool(pool.name(), "idle", PoolStatus.Pool::idle);
            pool(pool.name(), "waiting", PoolStatus.Pool::waiting);
        }
        for (EndOfUse why : EndOfUse.values()) {
            registry.more().counter(OURS + "sandbox.ended", tag("reason", why), this, self -> self.runs
                    .pool()
                    .ended()
                    .getOrDefault(why, 0L));
        }
        registry.more().counter(OURS + "runs.left.queued", Tags.empty(), this, self -> self.runs.leftQueued());
    }

    private void pool(String name, String what, ToDoubleFunction<PoolStatus.Pool> figure) {
        gauge(
                "sandbox.pool." + what,
                Tags.of("pool", name),
                () -> figure.applyAsDouble(runs.pool().pool(name)));
    }

    private void worker(String name, ToDoubleFunction<PoolStatus> figure) {
        gauge("sandbox." + name, Tags.empty(), () -> figure.applyAsDouble(runs.pool()));
    }

    private void sum(String name, ToDoubleFunction<PoolStatus> figure) {
        registry.more()
                .counter(OURS + "sandbox." + name, Tags.empty(), this, self -> figure.applyAsDouble(self.runs.pool()));
    }

    private void gauge(String name, Tags tags, Supplier<Number> look) {
        registry.gauge(OURS + name, tags, this, self -> read(name, look).doubleValue());
    }

    private static Tags tag(String key, Enum<?> value) {
        return Tags.of(key, value.name().toLowerCase(Locale.ROOT));
    }

    /** A figure that cannot be read is no number; the others are still told. */
    private static Number read(String name, Supplier<Number> look) {
        try {
            return look.get();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "cannot read " + name, e);
            return Double.NaN;
        }
    }

    /** The registry is the server's and outlives this application. */
    @Override
    public void contextDestroyed(ServletContextEvent ended) {
        registry.getMeters().stream()
                .filter(meter -> meter.getId().getName().startsWith(OURS))
                .forEach(registry::remove);
    }
}
