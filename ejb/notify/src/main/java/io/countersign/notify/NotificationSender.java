package io.countersign.notify;

import io.countersign.approvals.RequestView;
import java.util.List;

/** One way of telling people. */
interface NotificationSender {
    Notifier notifier();

    /** Who is to be told: one delivery for each, to which {@link #deliver} is then asked. */
    List<Delivery> spread(Delivery news, RequestView request);

    /** Tells one person or place what is stored about the request now. Never within a transaction. */
    DeliveryResult deliver(Delivery one, RequestView request);
}
