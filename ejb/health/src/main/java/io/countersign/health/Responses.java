package io.countersign.health;

import org.eclipse.microprofile.health.HealthCheckResponse;

/** Our reports in MicroProfile's terms. */
final class Responses {

    private Responses() {}

    static HealthCheckResponse of(String name, Probes.Report report) {
        var response = HealthCheckResponse.named(name).status(report.up());
        for (Probes.Check check : report.checks()) {
            response.withData(check.name(), check.result().up() ? "UP" : "DOWN");
            check.result().data().forEach((key, value) -> response.withData(check.name() + "." + key, value));
        }
        return response.build();
    }
}
