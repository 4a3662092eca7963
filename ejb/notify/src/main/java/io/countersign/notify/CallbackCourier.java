package io.countersign.notify;

import io.countersign.approvals.RequestView;
import io.countersign.execution.Callout;
import io.countersign.execution.Callouts;
import io.countersign.kernel.CanonicalJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Posts the record of an ended tool approval to the address that its asker gave. */
@ApplicationScoped
class CallbackCourier implements Courier {
    private static final String ADDRESS = "callback_url";

    private final Callouts callouts;
    private final Callbacks callbacks;
    private final Clock clock;

    @Inject
    CallbackCourier(Callouts callouts, Callbacks callbacks, Clock clock) {
        this.callouts = callouts;
        this.callbacks = callbacks;
        this.clock = clock;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected CallbackCourier() {
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
    public Outcome deliver(Delivery one, RequestView request) {
        String url = request.callbackUrl();
        if (url == null) {
            return new Outcome.Skipped("there is no callback_url");
        }
        byte[] body = CanonicalJson.of(RecordJson.of(request)).getBytes(StandardCharsets.UTF_8);
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        Callout callout = callouts.post(
                url,
                Map.of(
                        Callbacks.TIMESTAMP,
                        timestamp,
                        Callbacks.SIGNATURE,
                        callbacks.sign(request.uuid(), timestamp, body)),
                body);
        return outcome(callout);
    }

    private static Outcome outcome(Callout callout) {
        if (callout instanceof Callout.Answered answered) {
            return answered.status() / 100 == 2
                    ? new Outcome.Delivered(null, null)
                    : HttpRefusal.ofCallback("callback_url", answered.status());
        }
        return callout instanceof Callout.Refused refused
                ? new Outcome.Hopeless("callback_url: " + refused.why())
                : new Outcome.Failed("callback_url: " + ((Callout.Unanswered) callout).why(), null);
    }
}
