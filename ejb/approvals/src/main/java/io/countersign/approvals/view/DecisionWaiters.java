package io.countersign.approvals.view;

import io.countersign.approvals.RequestDecided;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Who waits for which request to end. A decision on this node wakes at once after its commit; one on another node, or an
 * expiry, is found by the sweep that looks every second.
 */
@ApplicationScoped
public class DecisionWaiters {

    private final Map<UUID, Collection<Waiter>> waiting = new ConcurrentHashMap<>();

    /** A callback that runs at most once. */
    private record Waiter(Runnable callback, AtomicBoolean called) {
        void call() {
            if (called.compareAndSet(false, true)) {
                callback.run();
            }
        }
    }

    /** Waits until the answer is closed or the request ends. */
    AutoCloseable add(UUID id, Runnable callback) {
        Waiter waiter = new Waiter(callback, new AtomicBoolean());
        waiting.compute(id, (key, all) -> {
            Collection<Waiter> more = all == null ? new CopyOnWriteArrayList<>() : all;
            more.add(waiter);
            return more;
        });
        return () -> waiting.computeIfPresent(id, (key, all) -> {
            all.remove(waiter);
            return all.isEmpty() ? null : all;
        });
    }

    /** The requests that somebody waits for. */
    public Set<UUID> awaited() {
        return Set.copyOf(waiting.keySet());
    }

    public void wake(UUID id) {
        Collection<Waiter> all = waiting.remove(id);
        if (all != null) {
            List.copyOf(all).forEach(Waiter::call);
        }
    }

    void decided(@Observes(during = TransactionPhase.AFTER_SUCCESS) RequestDecided event) {
        wake(event.id());
    }
}
