package io.countersign.sandbox.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestHeadersTest {
    private static final Map.Entry<String, String> PATCH = Map.entry("content-type", "application/merge-patch+json");

    private RequestHeaders headers;

    @BeforeEach
    void begin() {
        headers = new RequestHeaders();
    }

    @Test
    void aTypeThatIsSetCountsMoreThanTheBodysInAnyOrder() {
        headers.set("content-type", "application/merge-patch+json");
        headers.defaultType("application/json");
        assertEquals(List.of(PATCH), headers.all());

        begin();
        headers.defaultType("application/json");
        headers.set("content-type", "application/merge-patch+json");
        assertEquals(List.of(PATCH), headers.all());
    }

    @Test
    void theLastBodySaysTheDefault() {
        headers.defaultType("application/json");
        headers.defaultType("application/x-www-form-urlencoded");
        assertEquals(List.of(Map.entry("Content-Type", "application/x-www-form-urlencoded")), headers.all());
        headers.defaultType(null);
        assertEquals(List.of(), headers.all());
    }

    @Test
    void aHeaderWithOneValueIsReplacedAndAListIsJoined() {
        headers.set("Authorization", "Bearer old");
        headers.set("Accept", "text/html");
        headers.set("Cookie", "a=1");
        headers.set("authorization", "Bearer new");
        headers.set("accept", "application/json");
        headers.set("cookie", "b=2");
        assertEquals(
                List.of(
                        Map.entry("authorization", "Bearer new"),
                        Map.entry("Accept", "text/html, application/json"),
                        Map.entry("Cookie", "a=1; b=2")),
                headers.all());
    }

    @Test
    void thereIsALimit() {
        for (int i = 0; i < 100; i++) {
            headers.set("X-" + i, "v");
        }
        headers.set("X-7", "w");
        assertEquals(100, headers.all().size());
        assertThrows(IllegalArgumentException.class, () -> headers.set("X-100", "v"));
    }
}
