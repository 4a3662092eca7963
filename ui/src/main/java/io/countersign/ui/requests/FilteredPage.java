package io.countersign.ui.requests;

import io.countersign.kernel.Page;
import io.countersign.kernel.PageRequest;
import io.countersign.ui.PageRequests;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Some entries of a long list, found by walking along it from a place: only whoever reads an entry can tell whether it is
 * wanted, so no page of the list is a page of them. The walk is bounded; what it did not find begins where it ended.
 *
 * @param from how many entries of the list lie before the walk's newest
 * @param to how many lie before the next one
 * @param total how many entries the whole list has
 */
record FilteredPage<T>(List<T> found, int from, int to, long total) {

    private static final int STEPS = 8;

    /** From a place on towards the older end, until so many are found. */
    static <T> FilteredPage<T> older(int from, int most, Function<PageRequest, Page<T>> list, Predicate<T> wanted) {
        List<T> found = new ArrayList<>();
        int at = from;
        long total = Long.MAX_VALUE;
        for (int step = 0; step < STEPS && at < total && found.size() < most; step++) {
            Page<T> page = list.apply(around(at));
            total = page.total();
            for (int i = at % PageRequests.SIZE; i < page.items().size() && found.size() < most; i++, at++) {
                if (wanted.test(page.items().get(i))) {
                    found.add(page.items().get(i));
                }
            }
        }
        return new FilteredPage<>(found, from, at, total);
    }

    /** The same from before a place towards the newer end; where that is reached, the newest there are. */
    static <T> FilteredPage<T> newer(int before, int most, Function<PageRequest, Page<T>> list, Predicate<T> wanted) {
        List<T> found = new ArrayList<>();
        int at = before;
        long total = 0;
        for (int step = 0; step < STEPS && at > 0 && found.size() < most; step++) {
            Page<T> page = list.apply(around(at - 1));
            total = page.total();
            for (int i = (at - 1) % PageRequests.SIZE; i >= 0 && found.size() < most; i--, at--) {
                // the list may have become shorter since the address was made
                if (i < page.items().size() && wanted.test(page.items().get(i))) {
                    found.add(0, page.items().get(i));
                }
            }
        }
        return at == 0 ? older(0, most, list, wanted) : new FilteredPage<>(found, at, before, total);
    }

    private static PageRequest around(int at) {
        return new PageRequest(at / PageRequests.SIZE + 1, PageRequests.SIZE);
    }

    boolean hasNewer() {
        return from > 0;
    }

    boolean hasOlder() {
        return to < total;
    }
}
