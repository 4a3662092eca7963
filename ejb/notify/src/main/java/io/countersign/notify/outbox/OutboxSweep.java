package io.countersign.notify.outbox;

import io.countersign.notify.delivery.NotifySettings;
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
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Looks every other second for what is due: retries, and whatever a lost wake-up left lying. */
@Singleton
@Startup
@DependsOn("schema.jar#SchemaAtStart")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OutboxSweep {
    private static final System.Logger LOG = System.getLogger(OutboxSweep.class.getName());
    private final AtomicBoolean busy = new AtomicBoolean();

    private final @Nullable OutboxProcessor postman;
    private final @Nullable NotifySettings settings;

    @Inject
    public OutboxSweep(@Nullable OutboxProcessor postman, @Nullable NotifySettings settings) {
        this.postman = postman;
        this.settings = settings;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected OutboxSweep() {
        this(null, null);
    }

    /** Reads the settings now, so that a wrong one stops the start and not the first request. */
    @PostConstruct
    void begin() {
        if (settings != null) {
            settings.warnings().forEach(warning -> LOG.log(System.Logger.Level.WARNING, warning));
        }
    }

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void look() {
        if (postman == null || !busy.compareAndSet(false, true)) {
            return;
        }
        try {
            postman.deliverDue();
        } finally {
            busy.set(false);
        }
    }
}
