package io.countersign.ui.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.kernel.Page;
import io.countersign.kernel.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A list of 0 to 999, newest first, of which few are wanted: pages of them are full, and every one is on one page. */
class FilteredPageTest {

    private static final Predicate<Integer> THIRDS = number -> number % 3 == 0;
    private int asked;

    @Test
    void aPageIsFullThoughMostOfTheListIsNotWanted() {
        FilteredPage<Integer> newest = FilteredPage.older(0, 50, this::thousand, THIRDS);
        assertEquals(
                IntStream.range(0, 50).mapToObj(i -> Integer.valueOf(i * 3)).toList(), newest.found());
        assertFalse(newest.hasNewer());
        assertTrue(newest.hasOlder());
        assertEquals(3, asked, "no further than needed");
    }

    @Test
    void goingOlderMeetsEachOnceAndGoingNewerLeadsBack() {
        List<FilteredPage<Integer>> way = new ArrayList<>();
        way.add(FilteredPage.older(0, 50, this::thousand, THIRDS));
        while (way.get(way.size() - 1).hasOlder()) {
            way.add(FilteredPage.older(way.get(way.size() - 1).to(), 50, this::thousand, THIRDS));
        }
        List<Integer> met = way.stream().flatMap(one -> one.found().stream()).toList();
        assertEquals(IntStream.range(0, 1000).boxed().filter(THIRDS).toList(), met);
        for (int i = way.size() - 1; i > 0; i--) {
            assertEquals(
                    way.get(i - 1).found(),
                    FilteredPage.newer(way.get(i).from(), 50, this::thousand, THIRDS)
                            .found());
        }
    }

    @Test
    void theNewestPageIsFullFromEitherSide() {
        assertEquals(
                50, FilteredPage.newer(30, 50, this::thousand, THIRDS).found().size());
    }

    @Test
    void aLongWalkEndsAndGoesOnWhereItEnded() {
        Predicate<Integer> last = number -> number == 999;
        FilteredPage<Integer> first = FilteredPage.older(0, 50, this::thousand, last);
        assertEquals(List.of(), first.found());
        assertTrue(asked < 10, asked + " pages read");
        assertTrue(first.hasOlder());
        FilteredPage<Integer> third = FilteredPage.older(
                FilteredPage.older(first.to(), 50, this::thousand, last).to(), 50, this::thousand, last);
        assertEquals(List.of(999), third.found());
        assertFalse(third.hasOlder());
    }

    @Test
    void aPlaceBeyondTheEndHasOnlyNewer() {
        FilteredPage<Integer> beyond = FilteredPage.older(5000, 50, this::thousand, THIRDS);
        assertEquals(List.of(), beyond.found());
        assertFalse(beyond.hasOlder());
        assertTrue(beyond.hasNewer());
        assertEquals(
                List.of(),
                FilteredPage.older(0, 50, page -> new Page<Integer>(List.of(), 0), THIRDS)
                        .found());
    }

    private Page<Integer> thousand(PageRequest page) {
        asked++;
        int from = (int) Math.min(1000, page.offset());
        return new Page<>(
                IntStream.range(from, Math.min(1000, from + page.size()))
                        .boxed()
                        .toList(),
                1000);
    }
}
