package io.countersign.sandbox.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.sandbox.HttpCall;
import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpReply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was meant for one server goes to no other. */
class RedirectTest {
    private static final String HERE = "https://a.example/in?x=1";
    private static final String ELSEWHERE = "https://b.example/out";
    private static final List<Map.Entry<String, String>> HEADERS = List.of(
            Map.entry("Authorization", "Bearer x"),
            Map.entry("Cookie", "a=b"),
            Map.entry("X-Pin", "4711"),
            Map.entry("Accept", "application/json"),
            Map.entry("User-Agent", "topSecret99"),
            Map.entry("Content-Type", "application/json"));

    @ParameterizedTest
    @CsvSource({
        "https://a.example/x, true",
        "https://A.EXAMPLE/x, true",
        "https://a.example:443/x, true",
        "https://a.example:/x, true",
        "https://a.example./x, true",
        "https://a.example.:0443/x, true",
        "/x, true",
        "x, true",
        "?y, true",
        "//a.example/x, true",
        "HTTPS://a.example/x, true",
        "http://a.example/x, false",
        "http://a.example:443/x, false",
        "https://a.example:8443/x, false",
        "https://b.example/x, false",
        "//b.example/x, false",
        "https://a.example.b.example/x, false",
        "https://sub.a.example/x, false",
        "https://a.example@b.example/x, false",
        "https://user@a.example/x, false",
        "https://a.example\\@b.example/x, false",
        "https://a.example:99999999999/x, false",
        "https://[::1]/x, false",
        "ftp://a.example/x, false",
        "file:///etc/passwd, false"
    })
    void aBodyStaysWithSchemeHostAndPort(String location, boolean followed) throws HttpFailure {
        for (int status : List.of(307, 308)) {
            for (String method : List.of("POST", "PUT", "PATCH", "DELETE", "GET")) {
                Optional<HttpCall> next = next(call(method, HERE, "topSecret99"), status, location);
                assertEquals(followed, next.isPresent(), method + " " + status);
                next.ifPresent(n -> {
                    assertEquals(method, n.method());
                    assertEquals("topSecret99", new String(n.body(), UTF_8));
                    assertEquals(HEADERS, n.headers());
                });
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303})
    void aPostIsNeverMadeAGet(int status) throws HttpFailure {
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE", "OPTIONS")) {
            for (String location : List.of("/there", ELSEWHERE)) {
                HttpCall call = call(method, HERE, "");
                assertEquals(Optional.empty(), next(call, status, location));
                assertNotNull(Redirect.notFollowed(call, reply(status, location)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aGetGoesElsewhereWithoutAnythingOfItsOwn(int status) throws HttpFailure {
        for (String method : List.of("GET", "HEAD")) {
            HttpCall next = next(call(method, HERE, null), status, ELSEWHERE).orElseThrow();
            assertEquals(method, next.method());
            assertEquals(List.of(Map.entry("Accept", "application/json")), next.headers());
            assertFalse(next.hasBody());
            assertNull(Redirect.notFollowed(call(method, HERE, null), reply(status, ELSEWHERE)));
        }
    }

    @Test
    void whatOneServerDidNotGetItsWayBackDoesNotGetEither() throws HttpFailure {
        HttpCall away = next(call("GET", HERE, null), 302, ELSEWHERE).orElseThrow();
        HttpCall back = next(away, 302, HERE).orElseThrow();
        assertEquals(HERE, back.url());
        assertEquals(List.of(Map.entry("Accept", "application/json")), back.headers());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://b.example/?key=topSecret99",
                "https://b.example/top%53ecret99",
                "https://topSecret99.b.example/",
                "http://a.example/in?key=topSecret99"
            })
    void noAddressTellsAnotherServerASecret(String location) {
        HttpFailure refused = assertThrows(HttpFailure.class, () -> next(call("GET", HERE, null), 302, location));
        assertEquals(HttpFailure.Kind.REFUSED, refused.kind());
        assertFalse(refused.getMessage().contains("topSecret99"));
    }

    @Test
    void withinAnOriginASecretInTheAddressIsItsOwnAffair() throws HttpFailure {
        assertTrue(next(call("GET", HERE, null), 302, "/?key=topSecret99").isPresent());
    }

    @Test
    void aRefreshIsNoRedirect() throws HttpFailure {
        HttpReply reply = new HttpReply(200, Map.of("Refresh", List.of("0; url=" + ELSEWHERE)), new byte[0]);
        assertEquals(Optional.empty(), Redirect.next(call("GET", HERE, null), reply, t -> false));
        for (int status : List.of(200, 201, 300, 304, 305, 306, 401)) {
            assertEquals(Optional.empty(), next(call("GET", HERE, null), status, ELSEWHERE), "" + status);
        }
    }

    private static Optional<HttpCall> next(HttpCall call, int status, String location) throws HttpFailure {
        return Redirect.next(
                call, reply(status, location), text -> text.replace("%53", "S").contains("topSecret99"));
    }

    private static HttpReply reply(int status, String location) {
        return new HttpReply(status, Map.of("location", List.of(location)), new byte[0]);
    }

    private static HttpCall call(String method, String url, String body) {
        byte[] bytes = body == null ? new byte[0] : body.getBytes(UTF_8);
        return new HttpCall(method, url, HEADERS, bytes, body != null, Duration.ofSeconds(1), 1_000);
    }
}
