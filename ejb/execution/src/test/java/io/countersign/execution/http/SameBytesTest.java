package io.countersign.execution.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.countersign.sandbox.CancelToken;
import io.countersign.sandbox.Host;
import io.countersign.sandbox.HttpCall;
import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpRecord;
import io.countersign.sandbox.HttpReply;
import io.countersign.sandbox.IndicatorData;
import io.countersign.sandbox.IntegrationReply;
import io.countersign.sandbox.Limits;
import io.countersign.sandbox.LogLine;
import io.countersign.sandbox.RunOutcome;
import io.countersign.sandbox.RunSpec;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.SandboxOptions;
import io.countersign.sandbox.http.EgressPolicy;
import io.countersign.sandbox.http.RequestGuard;
import io.countersign.sandbox.http.Target;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a mock is compared with is what the real client sends: method, address, headers and body, to the byte. */
class SameBytesTest {
    private static final int REQUESTS = 300;
    /** What the client itself adds. */
    private static final Set<String> CLIENTS = Set.of("host", "content-length", "connection", "user-agent");

    private static final String SCRIPT = """
            import io.countersign.script.*;
            import java.util.*;

            public class Sends implements Workflow {
                @Override
                @SuppressWarnings("unchecked")
                public WorkflowResult run(WorkflowContext ctx) {
                    for (Object each : (List<Object>) ctx.parameters().get("requests")) {
                        Map<String, Object> asked = (Map<String, Object>) each;
                        HttpRequest request = ctx.http().request((String) asked.get("method"), (String) asked.get("url"));
                        for (Object step : (List<Object>) asked.get("steps")) {
                            List<Object> s = (List<Object>) step;
                            String a = (String) s.get(1);
                            Object b = s.get(2);
                            switch ((String) s.get(0)) {
                                case "header" -> request.header(a, (String) b);
                                case "query" -> request.query(a, (String) b);
                                case "basic" -> request.basic(a, (String) b);
                                case "bearer" -> request.bearer(a);
                                case "json" -> request.json(Map.of(a, b));
                                case "form" -> request.form(Map.of(a, List.of(b, "2")));
                                case "text" -> request.body(a);
                                case "bytes" -> request.body(a.getBytes());
                                default -> request.multipart(
                                        Part.text(a, (String) b), Part.file("f", a, null, ((String) b).getBytes()));
                            }
                        }
                        request.send();
                    }
                    return WorkflowResult.ok("sent");
                }
            }
            """;

    private record Received(String line, Map<String, List<String>> headers, byte[] body) {}

    private final HttpSenderWithRetries sender = new HttpSenderWithRetries();
    private final List<Received> received = new ArrayList<>();
    private ServerSocket server;

    @BeforeEach
    void start() throws IOException {
        sender.open();
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        sender.close();
    }

    @Test
    void mocksAreComparedWithWhatIsSent() {
        Recorder recorder = new Recorder();
        try (Sandbox sandbox = Sandbox.inProcess(SandboxOptions.DEFAULT)) {
            RunOutcome outcome = sandbox.run(spec(requests()), recorder);
            assertInstanceOf(RunOutcome.Succeeded.class, outcome, outcome::toString);
        }
        assertEquals(REQUESTS, received.size());
        for (int i = 0; i < REQUESTS; i++) {
            same(recorder.calls.get(i), recorder.targets.get(i), received.get(i));
        }
    }

    private static void same(HttpCall call, Target target, Received received) {
        String query = target.uri().getRawQuery();
        String path = target.uri().getRawPath();
        assertEquals(
                call.method() + " " + (path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query) + " HTTP/1.1",
                received.line());
        Map<String, List<String>> expected = new HashMap<>();
        call.headers()
                .forEach(h -> expected.put(
                        h.getKey().toLowerCase(Locale.ROOT),
                        List.of(h.getValue().strip())));
        Map<String, List<String>> others = new HashMap<>(received.headers());
        CLIENTS.stream().filter(name -> !expected.containsKey(name)).forEach(others::remove);
        assertEquals(expected, others, received.line());
        assertArrayEquals(call.body(), received.body(), received.line());
    }

    private List<Object> requests() {
        Random random = new Random(4711);
        List<Object> requests = new ArrayList<>();
        String base = "http://127.0.0.1:" + server.getLocalPort();
        for (int i = 0; i < REQUESTS; i++) {
            String method = pick(random, "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "SEARCH");
            String path = pick(
                    random,
                    "",
                    "/",
                    "/a/../b",
                    "/a//b",
                    "/a b",
                    "/%7Ea/%2f",
                    "/ü?q=ä",
                    "/x?",
                    "/x?a=1&&b",
                    "/x;v=1?a=[1]");
            List<Object> steps = new ArrayList<>();
            for (int n = random.nextInt(5); n > 0; n--) {
                steps.add(step(random));
            }
            requests.add(Map.of("method", method, "url", base + path, "steps", steps));
        }
        return requests;
    }

    private static List<Object> step(Random random) {
        String text = pick(random, "a", "a b&c", "ü€", "{\"a\": 1}", "50% + 1", "", "x".repeat(2_000));
        String kind =
                pick(random, "header", "header", "query", "basic", "bearer", "json", "form", "text", "bytes", "parts");
        return switch (kind) {
            case "header" ->
                List.of(
                        kind,
                        pick(
                                random,
                                "Content-Type",
                                "content-type",
                                "Accept",
                                "X-Api-Key",
                                "User-Agent",
                                "Accept-Encoding"),
                        pick(random, "text/csv", "application/json; charset=utf-8", "gzip", "a, b"));
            case "bearer", "basic" -> List.of(kind, pick(random, "ann", "tok.en~1"), "pass:wörd");
            default -> List.of(kind, text, text);
        };
    }

    private static String pick(Random random, String... from) {
        return from[random.nextInt(from.length)];
    }

    private static RunSpec spec(List<Object> requests) {
        Limits d = Limits.DEFAULT;
        return new RunSpec(
                SCRIPT,
                "same-bytes",
                IndicatorData.of("ip", "203.0.113.9"),
                null,
                Map.of("requests", requests),
                Map.of(),
                Set.of(),
                new Limits(
                        120_000,
                        d.steps(),
                        d.allocatedBytes(),
                        d.depth(),
                        d.logBytes(),
                        REQUESTS,
                        d.responseBytes(),
                        d.resultBytes()),
                new CancelToken());
    }

    /** Sends each call for real, and keeps what a mock would have been compared with. */
    private final class Recorder implements Host {
        private final EgressPolicy policy = EgressPolicy.of("127.0.0.1", false);
        private final List<HttpCall> calls = new ArrayList<>();
        private final List<Target> targets = new ArrayList<>();

        @Override
        public HttpReply http(HttpCall call) throws HttpFailure, InterruptedException {
            Target target = new RequestGuard(policy).check(call);
            calls.add(call);
            targets.add(target);
            Thread answering = new Thread(SameBytesTest.this::answer);
            answering.start();
            HttpReply reply = sender.send(target, call, policy, new CancelToken());
            answering.join();
            return reply;
        }

        @Override
        public void log(LogLine line) {}

        @Override
        public void called(HttpRecord record) {}

        @Override
        public IntegrationReply integration(String name, String operation, Map<String, Object> args) {
            throw new IllegalStateException();
        }
    }

    private void answer() {
        try (Socket socket = server.accept()) {
            InputStream in = socket.getInputStream();
            String[] head = head(in).split("\r\n");
            Map<String, List<String>> headers = new LinkedHashMap<>();
            for (int i = 1; i < head.length; i++) {
                int colon = head[i].indexOf(':');
                headers.computeIfAbsent(head[i].substring(0, colon).toLowerCase(Locale.ROOT), n -> new ArrayList<>())
                        .add(head[i].substring(colon + 1).strip());
            }
            int length = Integer.parseInt(
                    headers.getOrDefault("content-length", List.of("0")).get(0));
            received.add(new Received(head[0], headers, in.readNBytes(length)));
            socket.getOutputStream()
                    .write("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            head.write(in.read());
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }
}
