package io.countersign.notify.slack;

import io.countersign.approvals.Approvals;
import io.countersign.approvals.EscalationTargets;
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
import io.countersign.notify.delivery.HttpSender;
import io.countersign.notify.delivery.NotificationSender;
import io.countersign.notify.delivery.NotifySettings;
import io.countersign.notify.outbox.Outbox;
import io.countersign.security.Directory;
import io.countersign.security.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks in the channel and each eligible person alone, keeps those messages true, and tells the requester the end. */
@ApplicationScoped
class SlackNotificationSender implements NotificationSender {
    private static final int TRUE_AGAIN = 3;

    private final Approvals approvals;
    private final Directory directory;
    private final Outbox outbox;
    private final RequestLinks links;
    private final RunOutcomeSummary runs;
    private final NotifySettings settings;
    private final SlackApi slack;
    private final Clock clock;

    @Inject
    SlackNotificationSender(
            Approvals approvals,
            Directory directory,
            Outbox outbox,
            RequestLinks links,
            RunOutcomeSummary runs,
            NotifySettings settings,
            HttpSender http,
            Clock clock) {
        this.approvals = approvals;
        this.directory = directory;
        this.outbox = outbox;
        this.links = links;
        this.runs = runs;
        this.settings = settings;
        this.slack = new SlackApi(http, settings);
        this.clock = clock;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected SlackNotificationSender() {
        this(null, null, null, null, null, null, null, null);
    }

    @Override
    public Notifier notifier() {
        return Notifier.SLACK;
    }

    @Override
    public List<Delivery> spread(Delivery news, RequestView request) {
        Instant now = clock.instant();
        return switch (news.occasion()) {
            case ASKED, REMINDED -> told(news, place(request), approvals.eligible(request.uuid()), now);
            case ESCALATED -> {
                EscalationTargets targets = EscalationNotice.targets(approvals, news);
                yield told(news, targets.channel(), targets.people(), now);
            }
            case CHANGED -> updates(news, now);
            case CLOSED ->
                Stream.concat(updates(news, now).stream(), toRequester(news, request, now).stream())
                        .toList();
            case RUN_FINISHED -> toRequester(news, request, now);
            case MESSAGE_UPDATE -> List.of();
        };
    }

    @Override
    public DeliveryResult deliver(Delivery one, RequestView request) {
        return switch (one.occasion()) {
            case ASKED, REMINDED, ESCALATED ->
                request.status() == Status.PENDING
                        ? ask(one, request)
                        : new DeliveryResult.Skipped("the request is " + request.status());
            case MESSAGE_UPDATE -> update(one, request);
            case CLOSED -> tell(one, RequestSummaries.toRequester(request));
            case RUN_FINISHED -> tell(one, runs.sentence(one, request));
            case CHANGED -> new DeliveryResult.Skipped("nothing to say to one alone");
        };
    }

    private static List<Delivery> told(Delivery news, @Nullable String place, List<Person> people, Instant now) {
        List<Delivery> parts = new ArrayList<>();
        if (place != null && !place.isBlank()) {
            parts.add(news.toPlace(place, now));
        }
        people.stream()
                .filter(person -> person.slackUserId() != null)
                .forEach(person -> parts.add(news.toPerson(person.id(), now)));
        return parts;
    }

    private List<Delivery> updates(Delivery news, Instant now) {
        return outbox.messagesOf(news.requestId(), Notifier.SLACK).stream()
                .filter(message -> message.occasion() != NotificationType.CLOSED
                        && message.occasion() != NotificationType.RUN_FINISHED)
                .map(message -> message.update(now))
                .toList();
    }

    private List<Delivery> toRequester(Delivery news, RequestView request, Instant now) {
        if (slackUser(request.requester()).isPresent()) {
            return List.of(news.toPerson(request.requester(), now));
        }
        String place = place(request);
        return place == null ? List.of() : List.of(news.toPlace(place, now));
    }

    private DeliveryResult ask(Delivery one, RequestView request) {
        return address(one)
                .map(channel -> slack.call(
                        "chat.postMessage", message(channel, one, request).build()))
                .orElseGet(() -> new DeliveryResult.Skipped(one.recipient() + " has no Slack account any more"));
    }

    private DeliveryResult update(Delivery one, RequestView request) {
        Delivery earlier =
                Optional.ofNullable(one.about()).flatMap(outbox::find).orElse(null);
        if (earlier == null || earlier.messagePlace() == null || earlier.messageRef() == null) {
            return new DeliveryResult.Skipped("there is no such message");
        }
        RequestView shown = request;
        DeliveryResult outcome = new DeliveryResult.Skipped("nothing tried");
        for (int i = 0; i < TRUE_AGAIN; i++) {
            outcome = slack.call(
                    "chat.update",
                    message(earlier.messagePlace(), earlier, shown)
                            .add("ts", earlier.messageRef())
                            .build());
            // somebody else may have updated it with newer news while ours was on its way
            RequestView now = approvals.show(request.uuid());
            if (now.etag().equals(shown.etag()) || !(outcome instanceof DeliveryResult.Delivered)) {
                break;
            }
            shown = now;
        }
        return outcome;
    }

    private DeliveryResult tell(Delivery one, String sentence) {
        return address(one)
                .map(channel -> {
                    JsonObjectBuilder message = text(channel, sentence, SlackMessages.sentence(sentence));
                    if (one.recipient() == null) {
                        thread(one).ifPresent(ts -> message.add("thread_ts", ts));
                    }
                    return slack.call("chat.postMessage", message.build());
                })
                .orElseGet(() -> new DeliveryResult.Skipped(one.recipient() + " has no Slack account any more"));
    }

    private JsonObjectBuilder message(String channel, Delivery one, RequestView request) {
        RequestSummary story = RequestSummaries.of(request, approvals.agreement(request.uuid()));
        Optional<String> notice = story.pending() ? EscalationNotice.informing(approvals, one) : Optional.empty();
        if (notice.isPresent()) {
            return text(
                    channel,
                    SlackMessages.summary(story),
                    SlackMessages.information(story, notice.get(), links.console(request)));
        }
        String person = one.recipient();
        URI link = person != null
                ? links.forPerson(request, person)
                : links.forPlace(request, one.place() == null ? channel : one.place());
        return text(
                channel,
                SlackMessages.summary(story),
                SlackMessages.blocks(story, story.pending() ? EscalationNotice.toPlace(one) : null, link));
    }

    private static JsonObjectBuilder text(String channel, String text, JsonArray blocks) {
        return Json.createObjectBuilder()
                .add("channel", channel)
                .add("text", text)
                .add("blocks", blocks)
                .add("unfurl_links", false)
                .add("unfurl_media", false);
    }

    /** An answer goes under the question, where the channel has one. */
    private Optional<String> thread(Delivery one) {
        return outbox.messagesOf(one.requestId(), Notifier.SLACK).stream()
                .filter(message -> message.place() != null && message.place().equals(one.place()))
                .findFirst()
                .map(Delivery::messageRef);
    }

    private Optional<String> address(Delivery one) {
        String person = one.recipient();
        return person == null ? Optional.ofNullable(one.place()) : slackUser(person);
    }

    private Optional<String> slackUser(String userName) {
        return directory.byId(userName).map(Person::slackUserId);
    }

    private @Nullable String place(RequestView request) {
        return request.channel() == null || request.channel().isBlank() ? settings.defaultPlace() : request.channel();
    }
}
