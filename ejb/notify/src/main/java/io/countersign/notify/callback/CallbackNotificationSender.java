package io.countersign.notify.callback;

import io.countersign.approvals.RequestView;
import io.countersign.execution.ServerHttpCall;
import io.countersign.execution.ServerHttpCalls;
import io.countersign.kernel.CanonicalJson;
import io.countersign.notify.Callbacks;
import io.countersign.notify.Notifier;
import io.countersign.notify.delivery.Delivery;
import io.countersign.notify.delivery.DeliveryResult;
import io.countersign.notify.delivery.HttpRefusal;
import io.countersign.notify.delivery.NotificationSender;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Posts the record of an ended tool approval to the address that its asker gave. */
@ApplicationScoped
class CallbackNotificationSender implements NotificationSender {
    private static final String ADDRESS = "callback_url";

    private final ServerHttpCalls callouts;
    private final Callbacks callbacks;
    private final Clock clock;

    @Inject
    CallbackNotificationSender(ServerHttpCalls callouts, Callbacks callbacks, Clock clock) {
        this.callouts = callouts;
        this.callbacks = callbacks;
        this.clock = clock;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected CallbackNotificationSender() {
        this(null, null, null);
    }

    @Override
    public Notifier notifier() {
        return Notifier.CALLBACK;
    }

    @Override
    public List<Delivery> spread(Delivery news, RequestView request) {
        return request.callbackUrl() == null ? List.of() : List.of(news.toPlace(ADDRESS, clock.instant()));
    }

    @Override
    public DeliveryResult deliver(Delivery one, RequestView request) {
        String url = request.callbackUrl();
        if (url == null) {
            return new DeliveryResult.Skipped("there is no callback_url");
        }
        byte[] body = CanonicalJson.of(CallbackPayload.of(request)).getBytes(StandardCharsets.UTF_8);
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        ServerHttpCall callout = callouts.post(
                url,
                Map.of(
                        Callbacks.TIMESTAMP,
                        timestamp,
                        Callbacks.SIGNATURE,
                        callbacks.sign(request.uuid(), timestamp, body)),
                body);
        return outcome(callout);
    }

    private static DeliveryResult outcome(ServerHttpCall callout) {
        if (callout instanceof ServerHttpCall.Answered answered) {
            return answered.status() / 100 == 2
                    ? new DeliveryResult.Delivered(null, null)
                    : HttpRefusal.ofCallback("callback_url", answered.status());
        }
        return callout instanceof ServerHttpCall.Refused refused
                ? new DeliveryResult.PermanentFailure("callback_url: " + refused.why())
                : new DeliveryResult.Failed("callback_url: " + ((ServerHttpCall.Unanswered) callout).why(), null);
    }
}
