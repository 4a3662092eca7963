package io.countersign.notify.outbox;

import io.countersign.approvals.Approvals;
import io.countersign.approvals.RequestView;
import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import io.countersign.notify.NotificationType;
import io.countersign.notify.Notifier;
import io.countersign.notify.delivery.Delivery;
import io.countersign.notify.delivery.DeliveryResult;
import io.countersign.notify.delivery.NotificationSender;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Takes what is due from the outbox, tries to deliver it outside any transaction, and writes down what came of it. A
 * delivery whose postman died is taken up again when its lease is over: a message may then come twice, but never not at
 * all.
 */
@ApplicationScoped
public class OutboxProcessor {
    private static final System.Logger LOG = System.getLogger(OutboxProcessor.class.getName());
    private static final int ROUND = 5;
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration SHORTLY = Duration.ofSeconds(1);

    private final Approvals approvals;
    private final Outbox outbox;
    private final DeliveryRecorder settlement;
    private final Iterable<NotificationSender> couriers;
    private final Clock clock;
    private final NothingToSend silence = new NothingToSend();

    @Inject
    public OutboxProcessor(
            Approvals approvals,
            Outbox outbox,
            DeliveryRecorder settlement,
            @Any Instance<NotificationSender> couriers,
            Clock clock) {
        this(approvals, outbox, settlement, (Iterable<NotificationSender>) couriers, clock);
    }

    public OutboxProcessor(
            Approvals approvals,
            Outbox outbox,
            DeliveryRecorder settlement,
            Iterable<NotificationSender> couriers,
            Clock clock) {
        this.approvals = approvals;
        this.outbox = outbox;
        this.settlement = settlement;
        this.couriers = couriers;
        this.clock = clock;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected OutboxProcessor() {
        this(null, null, null, List.of(), null);
    }

    public void deliverDue() {
        List<Delivery> round = outbox.claim(ROUND, clock.instant(), LEASE);
        while (!round.isEmpty()) {
            round.forEach(this::attempt);
            round = outbox.claim(ROUND, clock.instant(), LEASE);
        }
    }

    private void attempt(Delivery one) {
        DeliveryUpdate settled;
        Instant until = RetryDeadline.of(one, null);
        try {
            RequestView request = approvals.show(one.requestId());
            until = RetryDeadline.of(one, request);
            settled = carry(one, request, until);
        } catch (Refusal e) {
            DeliveryResult outcome = e.code() == ErrorCode.NOT_FOUND
                    ? new DeliveryResult.Skipped(e.getMessage())
                    : new DeliveryResult.Failed(e.getMessage(), null);
            settled = DeliveryUpdate.of(one, outcome, until, clock.instant());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Notification " + one.id() + " failed", e);
            settled = DeliveryUpdate.of(
                    one, new DeliveryResult.Failed(e.getClass().getSimpleName(), null), until, clock.instant());
        }
        settlement.write(one, settled, clock.instant());
    }

    private DeliveryUpdate carry(Delivery one, RequestView request, Instant until) {
        if (RetryDeadline.isOver(one.attempts() - 1, until, clock.instant())) {
            return DeliveryUpdate.of(
                    one, new DeliveryResult.PermanentFailure("the last try was cut short"), until, clock.instant());
        }
        NotificationSender courier = courier(one.notifier());
        if (!one.addressed() && one.about() == null) {
            return DeliveryUpdate.of(one, spread(one, courier, request), until, clock.instant());
        }
        Optional<Duration> silent = silence.left(one.notifier(), clock.instant());
        DeliveryResult outcome = silent.isPresent()
                ? new DeliveryResult.NotYet(one.notifier().word() + " did not answer just now", silent.get())
                : courier.deliver(one, request);
        silence.learn(one.notifier(), outcome, clock.instant());
        DeliveryUpdate settled = DeliveryUpdate.of(one, outcome, until, clock.instant());
        return settled.messageRef() != null && one.about() == null && changedSince(request)
                ? settled.andThen(List.of(one.update(clock.instant())))
                : settled;
    }

    /** News about messages waits until no message of the request is just being sent: it would be missed. */
    private DeliveryResult spread(Delivery news, NotificationSender courier, RequestView request) {
        boolean aboutMessages =
                news.occasion() == NotificationType.CLOSED || news.occasion() == NotificationType.CHANGED;
        return aboutMessages && outbox.othersUnderWay(news)
                ? new DeliveryResult.NotYet("a message is on its way", SHORTLY)
                : new DeliveryResult.Spread(courier.spread(news, request));
    }

    private boolean changedSince(RequestView shown) {
        return !approvals.show(shown.uuid()).etag().equals(shown.etag());
    }

    private NotificationSender courier(Notifier notifier) {
        return StreamSupport.stream(couriers.spliterator(), false)
                .filter(courier -> courier.notifier() == notifier)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no courier for " + notifier.word()));
    }
}
