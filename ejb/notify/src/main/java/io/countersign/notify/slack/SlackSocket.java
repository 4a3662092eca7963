package io.countersign.notify.slack;

import io.countersign.health.Probes;
import io.countersign.notify.delivery.HttpSender;
import io.countersign.notify.delivery.NotifySettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Slack without an inbound address: with an app token, this node fetches what people click over a socket of its own. */
@Singleton
@Startup
@DependsOn("schema.jar#SchemaAtStart")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@SuppressWarnings("NullAway.Init")
public class SlackSocket {
    @Resource(lookup = "java:jboss/ee/concurrency/factory/default")
    private ManagedThreadFactory threads;

    private final NotifySettings settings;
    private final SlackDecisions decisions;
    private final HttpSender http;
    private final Probes probes;
    private final Clock clock;

    private @Nullable SocketModeSupervisor watch;
    private @Nullable InteractionQueue desk;

    @Inject
    public SlackSocket(NotifySettings settings, SlackDecisions decisions, HttpSender http, Probes probes, Clock clock) {
        this.settings = settings;
        this.decisions = decisions;
        this.http = http;
        this.probes = probes;
        this.clock = clock;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected SlackSocket() {
        this(null, null, null, null, null);
    }

    @PostConstruct
    void begin() {
        if (settings.slackAppToken() == null) {
            return;
        }
        SocketModeProbe probe = new SocketModeProbe();
        probes.register(probe);
        InteractionQueue clicks = new InteractionQueue(threads, decisions::takeWithoutAnswer);
        SlackConnections connections = new SlackConnections(http, settings);
        SocketModeSupervisor watching =
                new SocketModeSupervisor(connections, clicks::take, probe, SocketModeTiming.USUAL, clock);
        desk = clicks;
        watch = watching;
        threads.newThread(watching).start();
    }

    /** First nothing new comes in, then what came in is finished. */
    @PreDestroy
    void end() {
        if (watch != null) {
            watch.stop();
        }
        if (desk != null) {
            desk.close();
        }
    }
}
