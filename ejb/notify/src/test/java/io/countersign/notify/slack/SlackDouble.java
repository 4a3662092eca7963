package io.countersign.notify.slack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A Slack on loopback: takes what comes and answers as told. */
public final class SlackDouble implements AutoCloseable {
    /** One call that came in. */
    public record Call(String method, String authorization, JsonObject body) {}

    /** An answer to give instead of success. */
    record Answer(int status, String retryAfter, String body) {}

    public final List<Call> calls = new CopyOnWriteArrayList<>();
    final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    volatile Runnable whileAnswering = () -> {};
    /** Where Socket Mode is to be had. */
    volatile URI socket = URI.create("ws://127.0.0.1:1/");

    private final HttpServer server;

    public SlackDouble() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Call> calls(String method) {
        return calls.stream().filter(call -> call.method().equals(method)).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            calls.add(new Call(
                    path.substring(path.lastIndexOf('/') + 1),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    reader.readObject()));
        }
        whileAnswering.run();
        Answer answer = answers.isEmpty() ? success(calls.get(calls.size() - 1)) : answers.remove();
        if (answer.retryAfter() != null) {
            exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
        }
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Answer success(Call call) {
        if (call.method().equals("apps.connections.open")) {
            return new Answer(200, null, "{\"ok\":true,\"url\":\"" + socket + "\"}");
        }
        String ts = call.body().getString("ts", "1700000000.00000" + calls.size());
        String channel = "in-" + call.body().getString("channel", "?");
        return new Answer(
                200,
                null,
                "{\"ok\":true,\"channel\":\"" + channel.replace("in-in-", "in-") + "\",\"ts\":\"" + ts + "\"}");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
