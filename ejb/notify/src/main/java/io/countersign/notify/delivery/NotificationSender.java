package io.countersign.notify.delivery;

import io.countersign.approvals.RequestView;
import io.countersign.notify.Notifier;
import java.util.List;

/** One way of telling people. */
public interface NotificationSender {
    public Notifier notifier();

    /** Who is to be told: one delivery for each, to which {@link #deliver} is then asked. */
    public List<Delivery> spread(Delivery news, RequestView request);

    /** Tells one person or place what is stored about the request now. Never within a transaction. */
    public DeliveryResult deliver(Delivery one, RequestView request);
}
