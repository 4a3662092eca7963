package io.countersign.security;

import io.countersign.health.Probe;
import io.countersign.health.Probes;
import io.countersign.health.SchemaReady;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;

/** Asks who there is as soon as the server starts, and shows on the health page whether Keycloak answers. */
@ApplicationScoped
class DirectoryStart {

    private final KnownPeople known;
    private final PeopleSource source;
    private final Probes probes;

    @Inject
    DirectoryStart(KnownPeople known, PeopleSource source, Probes probes) {
        this.known = known;
        this.source = source;
        this.probes = probes;
    }

    @SuppressWarnings("NullAway")
    protected DirectoryStart() {
        this.known = null;
        this.source = null;
        this.probes = null;
    }

    void start(@Observes SchemaReady ready) {
        probes.register(new KeycloakProbe(known));
        if (source.isConfigured()) {
            known.refreshInBackground();
        }
    }

    /** Shown, never a reason to turn requests away: keys and people already known go on working while Keycloak is away. */
    private record KeycloakProbe(KnownPeople known) implements Probe {

        @Override
        public String name() {
            return "keycloak";
        }

        @Override
        public Kind kind() {
            return Kind.REPORT;
        }

        @Override
        public Result check() {
            Knowledge knowledge = known.glimpse();
            if (!knowledge.configured()) {
                return Result.working(Map.of("configured", "false"));
            }
            if (knowledge.current()) {
                return Result.working(Map.of("people_as_of", String.valueOf(knowledge.asOf())));
            }
            return Result.down("Keycloak does not answer; people as of " + knowledge.asOf());
        }
    }
}
