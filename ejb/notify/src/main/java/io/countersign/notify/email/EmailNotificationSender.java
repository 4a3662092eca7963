package io.countersign.notify.email;

import io.countersign.approvals.Approvals;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.Status;
import io.countersign.notify.Notifier;
import io.countersign.notify.content.EscalationNotice;
import io.countersign.notify.content.RequestLinks;
import io.countersign.notify.content.RequestSummaries;
import io.countersign.notify.content.RequestSummary;
import io.countersign.notify.content.RunOutcomeSummary;
import io.countersign.notify.delivery.Delivery;
import io.countersign.notify.delivery.DeliveryResult;
import io.countersign.notify.delivery.NotificationSender;
import io.countersign.notify.delivery.NotifySettings;
import io.countersign.security.Directory;
import io.countersign.security.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** A mail with a link of their own to everybody who can decide, and the end to the requester. */
@ApplicationScoped
public class EmailNotificationSender implements NotificationSender {
    private final Approvals approvals;
    private final Directory directory;
    private final RequestLinks links;
    private final RunOutcomeSummary runs;
    private final Clock clock;
    private final SmtpSender smtp;

    @Inject
    public EmailNotificationSender(
            Approvals approvals,
            Directory directory,
            RequestLinks links,
            RunOutcomeSummary runs,
            NotifySettings settings,
            Clock clock) {
        this(approvals, directory, links, runs, new SmtpSender(settings.smtp()), clock);
    }

    public EmailNotificationSender(
            Approvals approvals,
            Directory directory,
            RequestLinks links,
            RunOutcomeSummary runs,
            SmtpSender smtp,
            Clock clock) {
        this.approvals = approvals;
        this.directory = directory;
        this.links = links;
        this.runs = runs;
        this.smtp = smtp;
        this.clock = clock;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected EmailNotificationSender() {
        this(null, null, null, null, (SmtpSender) null, null);
    }

    @Override
    public Notifier notifier() {
        return Notifier.EMAIL;
    }

    @Override
    public List<Delivery> spread(Delivery news, RequestView request) {
        return switch (news.occasion()) {
            case ASKED, REMINDED -> toPeople(news, approvals.eligible(request.uuid()));
            case ESCALATED ->
                toPeople(news, EscalationNotice.targets(approvals, news).people());
            case CLOSED, RUN_FINISHED ->
                address(request.requester()).isPresent()
                        ? List.of(news.toPerson(request.requester(), clock.instant()))
                        : List.of();
            case CHANGED, MESSAGE_UPDATE -> List.of();
        };
    }

    @Override
    public DeliveryResult deliver(Delivery one, RequestView request) {
        String person = one.recipient();
        Optional<String> address = person == null ? Optional.empty() : address(person);
        if (person == null || address.isEmpty()) {
            return new DeliveryResult.Skipped(person + " has no e-mail address any more");
        }
        RequestSummary story = RequestSummaries.of(request, approvals.agreement(request.uuid()));
        return switch (one.occasion()) {
            case ASKED, REMINDED, ESCALATED ->
                request.status() == Status.PENDING
                        ? smtp.send(ask(one, person, address.get(), story, request))
                        : new DeliveryResult.Skipped("the request is " + request.status());
            case CLOSED -> smtp.send(Mail.sentence(address.get(), story, RequestSummaries.toRequester(request)));
            case RUN_FINISHED -> smtp.send(Mail.sentence(address.get(), story, runs.sentence(one, request)));
            case CHANGED, MESSAGE_UPDATE -> new DeliveryResult.Skipped("a mail cannot be changed");
        };
    }

    private List<Delivery> toPeople(Delivery news, List<Person> people) {
        return people.stream()
                .filter(person -> person.email() != null)
                .map(person -> news.toPerson(person.id(), clock.instant()))
                .toList();
    }

    private Mail ask(Delivery one, String person, String address, RequestSummary story, RequestView request) {
        return EscalationNotice.informing(approvals, one)
                .map(notice -> Mail.information(address, story, notice, links.console(request)))
                .orElseGet(() -> Mail.about(address, story, links.forPerson(request, person)));
    }

    private Optional<String> address(String userName) {
        return directory.byId(userName).map(Person::email);
    }
}
