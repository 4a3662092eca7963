package io.countersign.gateway.upstream;

import io.countersign.execution.CredentialedHttp;
import io.countersign.gateway.upstream.UpstreamFailure.Kind;
import io.countersign.kernel.CanonicalJson;
import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpReply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One session with a server behind: opened, used by one thread, closed. Nothing is ever sent twice. */
public final class UpstreamSession implements AutoCloseable {

    /** The version that is asked for; whichever of the older ones the server names is spoken. */
    private static final String VERSION = "2025-11-25";

    private static final int MAX_LIST_BYTES = 4 * 1024 * 1024;
    private static final int MAX_PAGES = 50;
    private static final int MAX_TOOLS = 500;
    private static final int ENVELOPE_BYTES = 64 * 1024;
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final CredentialedHttp http;
    private final String url;
    private final long deadline;
    private final AtomicLong awaited;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private long lastId;

    /** @param awaited where the id of the message whose answer is waited for is kept */
    UpstreamSession(CredentialedHttp http, String url, Duration atMost, AtomicLong awaited) {
        this.http = http;
        this.url = url;
        this.deadline = System.nanoTime() + atMost.toNanos();
        this.awaited = awaited;
        headers.put("Content-Type", "application/json");
        headers.put("Accept", "application/json, text/event-stream");
    }

    /** Says hello; without that a server answers nothing else. */
    void open() throws UpstreamFailure, InterruptedException {
        Map<String, Object> hello = new LinkedHashMap<>();
        hello.put("protocolVersion", VERSION);
        // neither sampling nor elicitation nor roots: a server behind asks our callers nothing
        hello.put("capabilities", Map.of());
        hello.put("clientInfo", Map.of("name", "countersign", "version", "1"));
        Map<String, Object> welcome = request("initialize", CanonicalJson.of(hello), MAX_LIST_BYTES);
        if (welcome.get("protocolVersion") instanceof String version && version.matches("[0-9-]{1,20}")) {
            headers.put("MCP-Protocol-Version", version);
        }
        notify("notifications/initialized");
    }

    /** Every tool that the server lists. */
    public List<Map<String, Object>> tools() throws UpstreamFailure, InterruptedException {
        List<Map<String, Object>> tools = new ArrayList<>();
        Object cursor = null;
        for (int page = 0; page < MAX_PAGES; page++) {
            String params = cursor == null ? "{}" : CanonicalJson.of(Map.of("cursor", cursor));
            Map<String, Object> listed = request("tools/list", params, MAX_LIST_BYTES);
            add(listed.get("tools"), tools);
            cursor = listed.get("nextCursor");
            if (cursor == null) {
                return tools;
            }
        }
        throw new UpstreamFailure(Kind.ANSWERED, "The server's list of tools has more than " + MAX_PAGES + " pages");
    }

    @SuppressWarnings("unchecked")
    private void add(@Nullable Object page, List<Map<String, Object>> tools) throws UpstreamFailure {
        if (!(page instanceof List<?> list)) {
            throw new UpstreamFailure(Kind.ANSWERED, "The server's answer holds no list of tools");
        }
        for (Object tool : list) {
            if (!(tool instanceof Map<?, ?> map)
                    || !(map.get("name") instanceof String name)
                    || name.isEmpty()
                    || name.length() > 200) {
                throw new UpstreamFailure(
                        Kind.ANSWERED, "The server lists a tool without a name of 1 to 200 characters");
            }
            // a server that repeats what it was sent must not show it in its descriptions
            tools.add(http.mask((Map<String, Object>) map));
        }
        if (tools.size() > MAX_TOOLS) {
            throw new UpstreamFailure(Kind.ANSWERED, "The server lists more than " + MAX_TOOLS + " tools");
        }
    }

    /**
     * Calls a tool, once.
     *
     * @param arguments the JSON text that goes out, byte for byte
     * @return the result as it came, without credentials
     */
    public Map<String, Object> call(String tool, String arguments, int maxBytes)
            throws UpstreamFailure, InterruptedException {
        String params = "{\"name\":" + CanonicalJson.of(tool) + ",\"arguments\":" + arguments + "}";
        Map<String, Object> result =
                request("tools/call", params, (int) Math.min(Integer.MAX_VALUE, (long) maxBytes + ENVELOPE_BYTES));
        if (CanonicalJson.of(result).getBytes(StandardCharsets.UTF_8).length > maxBytes) {
            throw new UpstreamFailure(Kind.TOO_LARGE, "The result has more than " + maxBytes + " bytes");
        }
        return http.mask(result);
    }

    private Map<String, Object> request(String method, String params, int maxBytes)
            throws UpstreamFailure, InterruptedException {
        long id = ++lastId;
        awaited.set(id);
        HttpReply reply = send(
                "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + params + "}",
                maxBytes);
        requireSuccess(reply);
        String session = header(reply, "Mcp-Session-Id");
        if (session != null && method.equals("initialize")) {
            headers.put("Mcp-Session-Id", session);
        }
        try {
            return RpcAnswer.result(header(reply, "Content-Type"), reply.body(), id);
        } catch (UpstreamFailure failure) {
            throw new UpstreamFailure(failure.kind(), http.mask(failure.getMessage()));
        }
    }

    private void notify(String method) throws UpstreamFailure, InterruptedException {
        awaited.set(-1);
        requireSuccess(send("{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\"}", ENVELOPE_BYTES));
    }

    private HttpReply send(String message, int maxBytes) throws UpstreamFailure, InterruptedException {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
            throw new UpstreamFailure(Kind.NOT_SENT, "The time for the call was over before it was sent");
        }
        try {
            return http.send(
                    "POST", url, headers, message.getBytes(StandardCharsets.UTF_8), Duration.ofMillis(left), maxBytes);
        } catch (HttpFailure failure) {
            throw new UpstreamFailure(kind(failure.kind()), failure.getMessage());
        }
    }

    private static Kind kind(HttpFailure.Kind kind) {
        return switch (kind) {
            case REFUSED, DNS, CONNECT, NO_MOCK -> Kind.NOT_SENT;
            case TIMEOUT -> Kind.TIMED_OUT;
            case TLS, PROTOCOL -> Kind.LOST;
            case RESPONSE_TOO_LARGE -> Kind.TOO_LARGE;
        };
    }

    private static void requireSuccess(HttpReply reply) throws UpstreamFailure {
        if (reply.status() >= 300 && reply.status() < 400) {
            throw new UpstreamFailure(
                    Kind.ANSWERED, "The server answered " + reply.status() + "; redirects are not followed");
        }
        if (reply.status() < 200 || reply.status() >= 300) {
            throw new UpstreamFailure(Kind.ANSWERED, "The server answered with HTTP status " + reply.status());
        }
    }

    private static @Nullable String header(HttpReply reply, String name) {
        return reply.headers().entrySet().stream()
                .filter(header -> header.getKey().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .flatMap(header -> header.getValue().stream())
                .findFirst()
                .orElse(null);
    }

    /** Tells the server that it may forget the session; whether it does is no matter of ours. */
    @Override
    public void close() {
        if (headers.containsKey("Mcp-Session-Id")) {
            awaited.set(-1);
            try {
                http.send("DELETE", url, headers, new byte[0], CLOSING, ENVELOPE_BYTES);
            } catch (HttpFailure ignored) {
                // it forgets the session by itself
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
