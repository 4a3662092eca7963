package io.countersign.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Liveness on the management port. */
@Liveness
@ApplicationScoped
public class LivenessCheck implements HealthCheck {

    private final Probes probes;

    @Inject
    public LivenessCheck(Probes probes) {
        this.probes = probes;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected LivenessCheck() {
        this(null);
    }

    @Override
    public HealthCheckResponse call() {
        return Responses.of("countersign-live", probes.live());
    }
}
