package io.countersign.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Readiness on the management port. */
@Readiness
@ApplicationScoped
public class ReadinessCheck implements HealthCheck {

    private final Probes probes;

    @Inject
    public ReadinessCheck(Probes probes) {
        this.probes = probes;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected ReadinessCheck() {
        this(null);
    }

    @Override
    public HealthCheckResponse call() {
        return Responses.of("countersign", probes.ready());
    }
}
