package io.countersign.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.countersign.kernel.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What headers may say, and what is made of nonsense in them. */
class HeadersTest {

    @Test
    void aPreferenceAboveAMinuteIsCapped() {
        assertEquals(Duration.ofSeconds(60), Prefer.wait("wait=3600"));
        assertEquals(Duration.ofSeconds(5), Prefer.wait("respond-async; wait=5"));
        assertEquals(Duration.ofSeconds(7), Prefer.wait("return=minimal, Wait=\"7\""));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "wait", "wait=-1", "wait=x", "await=5", "wait=99999999999999"})
    void aPreferenceThatCannotBeReadIsIgnored(String header) {
        assertEquals(Duration.ZERO, Prefer.wait(header));
    }

    @Test
    void aRequestIdThatCouldSplitAHeaderIsReplaced() {
        assertEquals("abc-1", CorrelationIdFilter.sound("abc-1"));
        assertNotEquals("a\r\nb: c", CorrelationIdFilter.sound("a\r\nb: c"));
        assertNotEquals("x".repeat(200), CorrelationIdFilter.sound("x".repeat(200)));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic abc", "Bearer a b", "Bearer \u00e4", "bearer\tx"})
    void whatIsNoBearerIsUnauthorized(String header) {
        assertThrows(Refusal.class, () -> Bearer.of(header));
    }

    @Test
    void whoeverTakesSomethingElseTakesJsonToo() {
        assertEquals("text/html, */*;q=0.001", BodylessRequests.accept(java.util.List.of("text/html")));
        assertEquals("*/*", BodylessRequests.accept(java.util.List.of("")));
        assertNull(BodylessRequests.accept(null));
    }

    @Test
    void theSchemeIsReadInAnyCase() {
        assertEquals("csk_x", Bearer.of("bearer csk_x"));
    }

    @Test
    void tagsAreBareInside() {
        assertEquals("w3", Etag.wanted("\"w3\""));
        assertEquals("w3", Etag.wanted("W/\"w3\""));
        assertNull(Etag.wanted("*"));
        assertNull(Etag.wanted(null));
    }
}
