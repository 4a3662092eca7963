package io.countersign.kernel;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items the items of this page, in the order asked for
 * @param total how many there are on all pages together
 */
public record Page<T>(List<T> items, long total) {

    public Page {
        items = List.copyOf(items);
    }

    /** The same page with every item replaced. */
    public <R> Page<R> map(Function<? super T, ? extends R> replace) {
        return new Page<>(items.stream().<R>map(replace).toList(), total);
    }
}
