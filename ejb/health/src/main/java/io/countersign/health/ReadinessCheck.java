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

    @Inject
    @SuppressWarnings("NullAway.Init")
    Probes probes;

    @Override
    public HealthCheckResponse call() {
        return Responses.of("countersign", probes.ready());
    }
}
