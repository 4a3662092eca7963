package io.countersign.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;

/** An HTTP server on loopback that keeps a ledger of what reached it. */
final class Receiver {
    /** What Slack does not know, whatever is sent there. */
    static final String NO_SUCH_CHANNEL = "#no-such-channel";

    /** One request that came in. */
    record Call(String method, String path, com.sun.net.httpserver.Headers headers, String body) {
        JsonObject json() {
            try (JsonReader reader = Json.createReader(new StringReader(body))) {
                return reader.readObject();
            }
        }
    }

    private final List<Call> ledger = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final Function<Call, String> answer;

    private Receiver(int port, Function<Call, String> answer) throws IOException {
        this.answer = answer;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 128);
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "receiver");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    static Receiver plain(int port) throws IOException {
        return new Receiver(port, call -> "{\"ok\":true}");
    }

    /** One whose answers take a while, at any free port. */
    static Receiver slow(long millis) throws IOException {
        return new Receiver(0, call -> {
            Await.pause(millis);
            return "{\"ok\":true}";
        });
    }

    static Receiver slack(int port, URI socket) throws IOException {
        AtomicInteger count = new AtomicInteger();
        return new Receiver(port, call -> {
            if (call.path().endsWith("/apps.connections.open")) {
                return "{\"ok\":true,\"url\":\"" + socket + "\"}";
            }
            JsonObject message = call.json();
            if (NO_SUCH_CHANNEL.equals(message.getString("channel", ""))) {
                return "{\"ok\":false,\"error\":\"channel_not_found\"}";
            }
            String ts = message.getString("ts", "1700000000." + String.format("%06d", count.incrementAndGet()));
            return "{\"ok\":true,\"channel\":" + Api.string(message.getString("channel", "?")) + ",\"ts\":\"" + ts
                    + "\"}";
        });
    }

    /** A model whose first script is always refused; asked to learn from mistakes, it repairs what it is told of. */
    static Receiver model(int port) throws IOException {
        return new Receiver(port, call -> {
            JsonArray turns = call.json().getJsonArray("messages");
            String asked = turns.getJsonObject(0).getString("content");
            String last = turns.getJsonObject(turns.size() - 1).getString("content");
            String good = Fixtures.blockIp("http://127.0.0.1:1/");
            boolean told = asked.contains("learn from mistakes") && last.contains("line 1:");
            String code = told ? good : "import java.io.File; " + good;
            String text = "Here it is:\n```java\n" + code + "```\nAnything else?";
            return "{\"content\":[{\"type\":\"text\",\"text\":" + Api.string(text) + "}]}";
        });
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Call> ledger() {
        return List.copyOf(ledger);
    }

    List<Call> ledger(Predicate<Call> wanted) {
        return ledger.stream().filter(wanted).toList();
    }

    /** Waits, within reason, for a call that is on its way. */
    Call await(String what, Predicate<Call> wanted) {
        return Await.until(what, () -> {
            Optional<Call> call = ledger.stream().filter(wanted).findFirst();
            return call.orElse(null);
        });
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Call call = new Call(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders(),
                    body);
            ledger.add(call);
            byte[] bytes = answer.apply(call).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
