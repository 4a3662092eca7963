package io.countersign.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.countersign.kernel.Refusal;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Query parameters within their bounds, or refused by name. */
class QueryTest {

    @ParameterizedTest
    @CsvSource({
        "page,0",
        "page,-1",
        "page,x",
        "page_size,0",
        "page_size,501",
        "page_size,1e2",
        "page,99999999999",
        "page,''"
    })
    void pagesOutsideTheirBoundsAreRefused(String name, String value) {
        Query query = query(name, value);
        query.page();
        assertThrows(Refusal.class, query::done);
    }

    @Test
    void thereIsADefaultPage() {
        Query query = query("page", "1");
        assertEquals(1, query.page().page());
        assertEquals(50, query.page().size());
        query.done();
    }

    @Test
    void aParameterThatNobodyKnowsIsNamed() {
        Query query = query("statsu", "pending");
        query.words("status", "pending");
        assertEquals(List.of(Map.of("field", "statsu", "message", "is not a known query parameter")), wrong(query));
    }

    @Test
    void aParameterThatIsGivenTwiceIsNamed() {
        MultivaluedHashMap<String, String> parameters = new MultivaluedHashMap<>();
        parameters.addAll("status", "pending", "approved");
        Query query = Query.of(parameters);
        query.words("status", "pending", "approved");
        assertEquals(List.of(Map.of("field", "status", "message", "is given more than once")), wrong(query));
    }

    private static Object wrong(Query query) {
        return assertThrows(Refusal.class, query::done).details().get("fields");
    }

    @Test
    void aWaitAboveAMinuteIsRefused() {
        Query query = query("wait", "61");
        assertEquals(Duration.ZERO, query.held());
        assertThrows(Refusal.class, query::done);
        assertEquals(Duration.ofSeconds(60), query("wait", "60").held());
    }

    @Test
    void anUnescapedOffsetIsUnderstood() {
        assertEquals(
                "2026-01-01T00:00:00Z",
                String.valueOf(query("from", "2026-01-01T01:00:00 01:00").time("from")));
    }

    @Test
    void aListOfWordsNamesWhatItKnows() {
        Query query = query("risk_level", "high,odd");
        assertEquals(List.of(), query.words("risk_level", "low", "high"), "nobody meets an unknown word");
        assertThrows(Refusal.class, query::done);
    }

    @Test
    void aListOfWordsIsSeparatedByCommas() {
        Query query = query("status", "queued, running,queued");
        assertEquals(List.of("queued", "running"), query.words("status", "queued", "running", "success"));
        query.done();
    }

    private static Query query(String name, String value) {
        MultivaluedHashMap<String, String> parameters = new MultivaluedHashMap<>();
        parameters.putSingle(name, value);
        return Query.of(parameters);
    }
}
