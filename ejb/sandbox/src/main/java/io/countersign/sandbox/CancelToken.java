package io.countersign.sandbox;

import java.util.ArrayList;
import java.util.List;

/** Cancels a run from another thread; cancelling before the run starts works too. */
public final class CancelToken {
    private final List<Runnable> listeners = new ArrayList<>();
    private boolean cancelled;

    /** Ends the run it was given to as {@link RunOutcome.Cancelled}; again is without effect. */
    public void cancel() {
        List<Runnable> toTell;
        synchronized (this) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            toTell = List.copyOf(listeners);
            listeners.clear();
        }
        toTell.forEach(Runnable::run);
    }

    /** Whether {@link #cancel} was called. */
    public synchronized boolean cancelled() {
        return cancelled;
    }

    /** Calls the listener on cancellation, at once if that has been. */
    public void onCancel(Runnable listener) {
        synchronized (this) {
            if (!cancelled) {
                listeners.add(listener);
                return;
            }
        }
        listener.run();
    }

    /** Forgets the listener. */
    public synchronized void forget(Runnable listener) {
        listeners.remove(listener);
    }
}
