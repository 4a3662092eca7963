package io.countersign.notify.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.approvals.RequestView;
import io.countersign.notify.Databases;
import io.countersign.notify.DeliveryState;
import io.countersign.notify.Fakes;
import io.countersign.notify.NotificationQuery;
import io.countersign.notify.NotificationType;
import io.countersign.notify.Notifier;
import io.countersign.notify.Requests;
import io.countersign.notify.delivery.Delivery;
import io.countersign.notify.delivery.DeliveryResult;
import io.countersign.notify.delivery.NotificationSender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One way of telling people that is silent holds up no other one. */
class NothingToSendTest {
    private final Fakes.HandClock clock = new Fakes.HandClock();
    private final Fakes.OneRequest approvals = new Fakes.OneRequest(Requests.pending());
    private final Line slack = new Line(Notifier.SLACK);
    private final Line mail = new Line(Notifier.EMAIL);
    private Outbox outbox;
    private OutboxProcessor postman;

    @BeforeEach
    void open() throws Exception {
        outbox = new Outbox(Databases.h2());
        postman = new OutboxProcessor(
                approvals, outbox, new DeliveryRecorder(outbox, new Fakes.Records()), List.of(slack, mail), clock);
    }

    @Test
    void oneMessageFindsOutForAllOfThem() {
        slack.answer = DeliveryResult.Failed.unreachable("no answer");
        waiting(Notifier.SLACK, 50);
        waiting(Notifier.EMAIL, 5);
        postman.deliverDue();
        assertEquals(1, slack.tries);
        assertEquals(5, mail.tries);

        clock.pass(Duration.ofSeconds(21));
        postman.deliverDue();
        assertEquals(2, slack.tries, "the next one finds out whether it still is");

        slack.answer = new DeliveryResult.Delivered(null, null);
        clock.pass(Duration.ofMinutes(1));
        postman.deliverDue();
        assertEquals(52, slack.tries, "and then all arrive");
        assertTrue(outbox.page(new NotificationQuery(DeliveryState.DUE, null, null), 0, 100)
                .isEmpty());
    }

    @Test
    void aRefusalOfOneMessageSaysNothingAboutTheOthers() {
        slack.answer = new DeliveryResult.Failed("HTTP 500", null);
        waiting(Notifier.SLACK, 5);
        postman.deliverDue();
        assertEquals(5, slack.tries);
    }

    private void waiting(Notifier notifier, int count) {
        List<Delivery> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(Delivery.toAll(notifier, NotificationType.ASKED, Requests.ID, clock.instant())
                    .toPerson("alex-" + UUID.randomUUID(), clock.instant()));
        }
        outbox.add(all);
    }

    private static final class Line implements NotificationSender {
        private final Notifier notifier;
        private DeliveryResult answer = new DeliveryResult.Delivered(null, null);
        private int tries;

        private Line(Notifier notifier) {
            this.notifier = notifier;
        }

        @Override
        public Notifier notifier() {
            return notifier;
        }

        @Override
        public List<Delivery> spread(Delivery news, RequestView request) {
            return List.of();
        }

        @Override
        public DeliveryResult deliver(Delivery one, RequestView request) {
            tries++;
            return answer;
        }
    }
}
