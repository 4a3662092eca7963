package io.countersign.execution.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.countersign.sandbox.CancelToken;
import io.countersign.sandbox.HttpCall;
import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpFailure.Kind;
import io.countersign.sandbox.HttpReply;
import io.countersign.sandbox.http.EgressPolicy;
import io.countersign.sandbox.http.RequestGuard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpSenderWithRetriesTest {
    private final HttpSenderWithRetries sender = new HttpSenderWithRetries();
    private final Set<Integer> clientPorts = ConcurrentHashMap.newKeySet();
    private final CountDownLatch never = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        sender.open();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/echo", exchange -> {
            clientPorts.add(exchange.getRemoteAddress().getPort());
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders()
                    .add("X-Host", exchange.getRequestHeaders().getFirst("Host"));
            exchange.getResponseHeaders().add("Set-Cookie", "a=b");
            exchange.getResponseHeaders()
                    .add("X-Cookie", String.valueOf(exchange.getRequestHeaders().getFirst("Cookie")));
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/redirect", exchange -> {
            exchange.getResponseHeaders().add("Location", "/echo");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/packed", exchange -> {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write("x".repeat(5_000).getBytes(UTF_8));
            }
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, packed.size());
            exchange.getResponseBody().write(packed.toByteArray());
            exchange.close();
        });
        server.createContext("/silent", exchange -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        never.countDown();
        server.stop(0);
        sender.close();
    }

    @Test
    void theAnswerComesBackWholeAndTheConnectionIsKept() throws Exception {
        for (int i = 0; i < 5; i++) {
            HttpReply reply = send(call("POST", "/echo", "hello " + i, 5_000, 1000), new CancelToken());
            assertEquals(200, reply.status());
            assertArrayEquals(("hello " + i).getBytes(UTF_8), reply.body());
            assertEquals(
                    List.of("127.0.0.1:" + server.getAddress().getPort()),
                    reply.headers().get("X-host"));
            assertEquals(List.of("null"), reply.headers().get("X-cookie"));
        }
        assertEquals(1, clientPorts.size());
    }

    @Test
    void aRedirectIsGivenBackAndNotFollowed() throws Exception {
        assertEquals(
                302,
                send(call("GET", "/redirect", null, 5_000, 1000), new CancelToken())
                        .status());
    }

    @Test
    void anAnswerThatIsTooLongIsCutOff() {
        HttpFailure failure = assertThrows(
                HttpFailure.class, () -> send(call("POST", "/echo", "x".repeat(2000), 5_000, 1999), new CancelToken()));
        assertEquals(Kind.RESPONSE_TOO_LARGE, failure.kind());
    }

    @Test
    void aPackedAnswerIsReadWithinItsLimit() throws Exception {
        HttpReply reply = send(call("GET", "/packed", null, 5_000, 5_000), new CancelToken());
        assertEquals("x".repeat(5_000), new String(reply.body(), UTF_8));
        HttpFailure failure = assertThrows(
                HttpFailure.class, () -> send(call("GET", "/packed", null, 5_000, 4_999), new CancelToken()));
        assertEquals(Kind.RESPONSE_TOO_LARGE, failure.kind());
    }

    @Test
    void aServerWithoutTlsFailsAsTls() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Executors.newSingleThreadExecutor().execute(() -> {
                try (Socket asked = plain.accept()) {
                    asked.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
                    asked.getInputStream().readAllBytes();
                } catch (IOException e) {
                    // the client has gone
                }
            });
            HttpCall call = new HttpCall(
                    "GET",
                    "https://127.0.0.1:" + plain.getLocalPort() + "/",
                    List.of(),
                    new byte[0],
                    false,
                    Duration.ofSeconds(30),
                    10);
            HttpFailure failure = assertThrows(HttpFailure.class, () -> send(call, new CancelToken()));
            assertEquals("tls", failure.kind().word());
        }
    }

    @Test
    void silenceEndsWithTheCallsTime() {
        HttpFailure failure = assertThrows(
                HttpFailure.class, () -> send(call("GET", "/silent", null, 1500, 1000), new CancelToken()));
        assertEquals(Kind.TIMEOUT, failure.kind());
        assertTrue(failure.getMessage().contains("in time"), failure.getMessage());
    }

    @Test
    void aCancelledRunLetsGoOfItsCall() {
        CancelToken cancel = new CancelToken();
        Executors.newSingleThreadExecutor().execute(cancel::cancel);
        assertThrows(InterruptedException.class, () -> send(call("GET", "/silent", null, 60_000, 1000), cancel));
    }

    @Test
    void nobodyListeningMeansNothingWasSent() throws Exception {
        int port;
        try (var socket = new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        HttpCall call = new HttpCall(
                "POST", "http://127.0.0.1:" + port + "/", List.of(), new byte[0], true, Duration.ofSeconds(5), 10);
        HttpFailure failure = assertThrows(HttpFailure.class, () -> send(call, new CancelToken()));
        assertEquals(Kind.CONNECT, failure.kind());
    }

    @Test
    void aNameIsRefusedForTheAddressItStandsFor() {
        EgressPolicy namesOnly = EgressPolicy.of("countersign-test-name", false);
        String local = InetAddress.getLoopbackAddress().getHostName();
        EgressPolicy policy = EgressPolicy.of(local, false);
        HttpCall call = new HttpCall(
                "GET",
                "http://" + local + ":" + server.getAddress().getPort() + "/echo",
                List.of(),
                new byte[0],
                false,
                Duration.ofSeconds(5),
                10);
        HttpFailure failure = assertThrows(
                HttpFailure.class,
                () -> sender.send(new RequestGuard(policy).check(call), call, policy, new CancelToken()));
        assertEquals(Kind.REFUSED, failure.kind());
        assertThrows(HttpFailure.class, () -> new RequestGuard(namesOnly).check(call));
    }

    private HttpReply send(HttpCall call, CancelToken cancel) throws HttpFailure, InterruptedException {
        EgressPolicy policy = EgressPolicy.of("127.0.0.1", false);
        return sender.send(new RequestGuard(policy).check(call), call, policy, cancel);
    }

    private HttpCall call(String method, String path, String body, long millis, int max) {
        return new HttpCall(
                method,
                "http://127.0.0.1:" + server.getAddress().getPort() + path,
                List.of(Map.entry("X-Test", "1")),
                body == null ? new byte[0] : body.getBytes(UTF_8),
                body != null,
                Duration.ofMillis(millis),
                max);
    }
}
