package io.countersign.security.people;

import io.countersign.health.Probe;
import io.countersign.health.Probes;
import io.countersign.health.SchemaReady;
import io.countersign.security.DirectoryFreshness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;

/** Asks who there is as soon as the server starts and ever after, and shows on the health page whether Keycloak answers. */
@ApplicationScoped
class DirectoryStart {

    /** So often it is looked whether a refresh is due, whether or not somebody asks. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final DirectoryCache known;
    private final LookUps lookUps;
    private final PeopleSource source;
    private final DirectoryThreads threads;
    private final Probes probes;

    @Inject
    DirectoryStart(
            DirectoryCache known, LookUps lookUps, PeopleSource source, DirectoryThreads threads, Probes probes) {
        this.known = known;
        this.lookUps = lookUps;
        this.source = source;
        this.threads = threads;
        this.probes = probes;
    }

    @SuppressWarnings("NullAway")
    protected DirectoryStart() {
        this.known = null;
        this.lookUps = null;
        this.source = null;
        this.threads = null;
        this.probes = null;
    }

    void start(@Observes SchemaReady ready) {
        probes.register(new KeycloakProbe(known));
        if (source.isConfigured()) {
            known.refreshInBackground();
            threads.every(LOOK, known::refreshInBackground);
            threads.every(LOOK, lookUps::renew);
        }
    }

    /** Shown, never a reason to turn requests away: keys and people already known go on working while Keycloak is away. */
    private record KeycloakProbe(DirectoryCache known) implements Probe {

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
            DirectoryFreshness knowledge = known.glimpse();
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
