package io.countersign.web.operations;

import io.countersign.approvals.Figures;
import io.countersign.audit.Audit;
import io.countersign.execution.RunStatus;
import io.countersign.execution.Runs;
import io.countersign.notify.DeliveryState;
import io.countersign.notify.Notifications;
import io.countersign.sandbox.PoolStatus;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The figures of this server for machines: read when somebody asks at {@code /metrics} on the management port. */
@WebListener
public class Meters implements ServletContextListener {

    private static final System.Logger LOG = System.getLogger(Meters.class.getName());

    @Inject
    MeterRegistry registry;

    @Inject
    Runs runs;

    @Inject
    Figures figures;

    @Inject
    Notifications notifications;

    @Inject
    Audit audit;

    private final List<Meter> registered = new ArrayList<>();

    @Override
    public void contextInitialized(ServletContextEvent started) {
        pool();
        for (RunStatus status : RunStatus.values()) {
            gauge("countersign.runs", "Runs in this status", status, () -> runs.byStatus()
                    .getOrDefault(status, 0L));
        }
        for (DeliveryState state : List.of(DeliveryState.DUE, DeliveryState.DEAD)) {
            gauge("countersign.notifications", "Notifications in this state", state, () -> notifications.count(state));
        }
        gauge("countersign.approvals.pending", "Requests that wait for people", null, figures::pending);
        gauge("countersign.audit.unsealed", "Audit rows that are not chained yet", null, audit::unsealed);
    }

    private void pool() {
        worker("size", "Workers wanted", PoolStatus::size);
        worker("busy", "Workers that run something", PoolStatus::busy);
        worker("idle", "Workers that are ready", PoolStatus::idle);
        worker("waiting", "Runs that wait for a worker", PoolStatus::waiting);
        sum("runs", "Scripts run so far", PoolStatus::runs);
        sum("killed", "Workers killed with a script so far", PoolStatus::kills);
        sum("recycled", "Workers replaced after their share of scripts so far", PoolStatus::recycled);
        sum("lost", "Workers that died on their own so far", PoolStatus::lost);
    }

    private void worker(String name, String help, ToDoubleFunction<PoolStatus> figure) {
        gauge("countersign.sandbox." + name, help, null, () -> figure.applyAsDouble(status()));
    }

    private void sum(String name, String help, ToDoubleFunction<PoolStatus> figure) {
        registered.add(FunctionCounter.builder(
                        "countersign.sandbox." + name, this, self -> figure.applyAsDouble(self.status()))
                .description(help)
                .register(registry));
    }

    private PoolStatus status() {
        return runs.pool();
    }

    private void gauge(String name, String help, @Nullable Enum<?> of, Supplier<Number> look) {
        Gauge.Builder<Supplier<Number>> gauge =
                Gauge.builder(name, () -> read(name, look)).description(help);
        if (of != null) {
            gauge.tag(of instanceof RunStatus ? "status" : "state", of.name().toLowerCase(Locale.ROOT));
        }
        registered.add(gauge.register(registry));
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
        registered.forEach(registry::remove);
    }
}
