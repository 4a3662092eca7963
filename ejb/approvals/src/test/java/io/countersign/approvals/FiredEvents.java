package io.countersign.approvals;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Events that were fired, in order; observers may be added. */
public class FiredEvents {

    public final List<Object> fired = new CopyOnWriteArrayList<>();
    final List<Consumer<Object>> observers = new CopyOnWriteArrayList<>();

    <T> Event<T> event() {
        return new Fire<>();
    }

    private final class Fire<T> implements Event<T> {

        @Override
        public void fire(T event) {
            fired.add(event);
            observers.forEach(observer -> observer.accept(event));
        }

        @Override
        public <U extends T> CompletionStage<U> fireAsync(U event) {
            throw new UnsupportedOperationException("events are synchronous here");
        }

        @Override
        public <U extends T> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new UnsupportedOperationException("events are synchronous here");
        }

        @Override
        public Event<T> select(Annotation... qualifiers) {
            return this;
        }

        @Override
        public <U extends T> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            return new Fire<>();
        }

        @Override
        public <U extends T> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            return new Fire<>();
        }
    }
}
