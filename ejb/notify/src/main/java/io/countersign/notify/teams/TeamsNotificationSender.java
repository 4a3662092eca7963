package io.countersign.notify.teams;

import io.countersign.approvals.Approvals;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.Status;
import io.countersign.notify.NotificationType;
import io.countersign.notify.Notifier;
import io.countersign.notify.content.EscalationNotice;
import io.countersign.notify.content.RequestLinks;
import io.countersign.notify.content.RequestSummaries;
import io.countersign.notify.content.RequestSummary;
import io.countersign.notify.content.RunOutcomeSummary;
import io.countersign.notify.delivery.Delivery;
import io.countersign.notify.delivery.DeliveryResult;
import io.countersign.notify.delivery.HttpRefusal;
import io.countersign.notify.delivery.HttpSender;
import io.countersign.notify.delivery.NotificationSender;
import io.countersign.notify.delivery.NotifySettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** One Teams channel behind an incoming webhook. Its messages cannot be changed later, so the end is a new one. */
@ApplicationScoped
class TeamsNotificationSender implements NotificationSender {
    private static final String WEBHOOK = "teams";

    private final Approvals approvals;
    private final RequestLinks links;
    private final RunOutcomeSummary runs;
    private final NotifySettings settings;
    private final Clock clock;
    private final HttpSender http;

    @Inject
    TeamsNotificationSender(
            Approvals approvals,
            RequestLinks links,
            RunOutcomeSummary runs,
            NotifySettings settings,
            HttpSender http,
            Clock clock) {
        this.approvals = approvals;
        this.links = links;
        this.runs = runs;
        this.settings = settings;
        this.http = http;
        this.clock = clock;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected TeamsNotificationSender() {
        this(null, null, null, null, null, null);
    }

    @Override
    public Notifier notifier() {
        return Notifier.TEAMS;
    }

    @Override
    public List<Delivery> spread(Delivery news, RequestView request) {
        return news.occasion() == NotificationType.CHANGED
                ? List.of()
                : List.of(news.toPlace(WEBHOOK, clock.instant()));
    }

    @Override
    public DeliveryResult deliver(Delivery one, RequestView request) {
        return switch (one.occasion()) {
            case ASKED, REMINDED, ESCALATED ->
                request.status() == Status.PENDING
                        ? post(TeamsCards.message(
                                story(request), EscalationNotice.toPlace(one), links.forPlace(request, WEBHOOK)))
                        : new DeliveryResult.Skipped("the request is " + request.status());
            case CLOSED -> post(TeamsCards.message(story(request), null, links.console(request)));
            case RUN_FINISHED -> post(TeamsCards.sentence(runs.sentence(one, request)));
            case CHANGED, MESSAGE_UPDATE -> new DeliveryResult.Skipped("Teams messages cannot be changed");
        };
    }

    private RequestSummary story(RequestView request) {
        return RequestSummaries.of(request, approvals.agreement(request.uuid()));
    }

    private DeliveryResult post(JsonObject message) {
        URI webhook = settings.teamsWebhook();
        if (webhook == null) {
            return new DeliveryResult.PermanentFailure("TEAMS_WEBHOOK_URL is not set");
        }
        try {
            HttpSender.Reply reply = http.post(webhook, Map.of(), message.toString());
            return reply.ok()
                    ? new DeliveryResult.Delivered(null, null)
                    : HttpRefusal.of("Teams", reply.status(), reply.retryAfter());
        } catch (IOException e) {
            return DeliveryResult.Failed.unreachable("Teams: " + e.getMessage());
        }
    }
}
