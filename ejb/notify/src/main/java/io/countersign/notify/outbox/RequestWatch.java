package io.countersign.notify.outbox;

import io.countersign.approvals.Approvals;
import io.countersign.approvals.ReminderDue;
import io.countersign.approvals.RequestAsked;
import io.countersign.approvals.RequestDecided;
import io.countersign.approvals.RequestEscalated;
import io.countersign.approvals.RequestRevised;
import io.countersign.approvals.VoteCast;
import io.countersign.execution.RunFinished;
import io.countersign.execution.Runs;
import io.countersign.notify.NotificationType;
import io.countersign.notify.Notifier;
import io.countersign.notify.delivery.Delivery;
import io.countersign.notify.delivery.NotifySettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Hears what happens, within the transaction in which it happens, and writes down that it is to be told. */
@ApplicationScoped
class RequestWatch {
    private final Approvals approvals;
    private final Runs runs;
    private final Outbox outbox;
    private final NotifySettings settings;
    private final Event<OutboxFilled> filled;
    private final Clock clock;

    @Inject
    RequestWatch(
            Approvals approvals,
            Runs runs,
            Outbox outbox,
            NotifySettings settings,
            Event<OutboxFilled> filled,
            Clock clock) {
        this.approvals = approvals;
        this.runs = runs;
        this.outbox = outbox;
        this.settings = settings;
        this.filled = filled;
        this.clock = clock;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected RequestWatch() {
        this(null, null, null, null, null, null);
    }

    void asked(@Observes RequestAsked it) {
        write(news(NotificationType.ASKED, it.id()));
    }

    void voted(@Observes VoteCast it) {
        write(news(NotificationType.CHANGED, it.id()));
    }

    void revised(@Observes RequestRevised it) {
        write(news(NotificationType.CHANGED, it.id()));
    }

    void reminded(@Observes ReminderDue it) {
        write(news(NotificationType.REMINDED, it.id()));
    }

    void escalated(@Observes RequestEscalated it) {
        write(news(NotificationType.ESCALATED, it.id(), news -> news.atStep(it.step())));
    }

    void decided(@Observes RequestDecided it) {
        List<Delivery> news = new ArrayList<>(news(NotificationType.CLOSED, it.id()));
        if (approvals.callsBack(it.id())) {
            news.add(Delivery.toAll(Notifier.CALLBACK, NotificationType.CLOSED, it.id(), clock.instant()));
        }
        write(news);
    }

    void ran(@Observes RunFinished it) {
        if (settings.notifiers().isEmpty()) {
            return;
        }
        UUID request = runs.show(it.runUuid()).approvalRequestUuid();
        if (request != null) {
            write(news(NotificationType.RUN_FINISHED, request, news -> news.forRun(it.runUuid())));
        }
    }

    private List<Delivery> news(NotificationType occasion, UUID request) {
        return news(occasion, request, news -> news);
    }

    private List<Delivery> news(NotificationType occasion, UUID request, UnaryOperator<Delivery> about) {
        return settings.notifiers().stream()
                .map(notifier -> about.apply(Delivery.toAll(notifier, occasion, request, clock.instant())))
                .toList();
    }

    private void write(List<Delivery> news) {
        if (!news.isEmpty()) {
            outbox.add(news);
            filled.fire(new OutboxFilled());
        }
    }
}
