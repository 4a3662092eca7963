package io.countersign.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A small MCP server on loopback, with sessions, that keeps a ledger of every call of a tool that reached it. */
final class UpstreamServer implements AutoCloseable {

    /** What it makes of a call instead of its usual answer. */
    enum Mood {
        PLAIN,
        EVENTS,
        ERROR,
        TOOL_ERROR,
        REDIRECT,
        LONG,
        ECHO_CREDENTIALS,
        HANG_UP
    }

    private final HttpServer server;
    private final Map<String, String> tools = new ConcurrentHashMap<>();
    private final List<String> ledger = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private volatile Mood mood = Mood.PLAIN;
    private volatile long delay;

    UpstreamServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 128);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "upstream");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/mcp", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/mcp";
    }

    UpstreamServer with(String tool, String description) {
        tools.put(
                tool,
                "{\"name\":" + Api.string(tool) + ",\"description\":" + Api.string(description)
                        + ",\"inputSchema\":{\"type\":\"object\"},\"outputSchema\":{\"type\":\"object\"},"
                        + "\"annotations\":{\"destructiveHint\":true}}");
        return this;
    }

    void without(String tool) {
        tools.remove(tool);
    }

    void mood(Mood next) {
        mood = next;
    }

    void delay(long millis) {
        delay = millis;
    }

    /** The params of every call, as they came in. */
    List<String> ledger() {
        return List.copyOf(ledger);
    }

    /** How many calls had exactly these arguments. */
    long callsWith(String arguments) {
        return ledger.stream()
                .filter(call -> call.endsWith("\"arguments\":" + arguments + "}"))
                .count();
    }

    List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            if (!exchange.getRequestMethod().equals("POST")) {
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            JsonObject message = read(body);
            String method = message.getString("method");
            if (!method.equals("initialize")
                    && !"s-1".equals(exchange.getRequestHeaders().getFirst("Mcp-Session-Id"))) {
                exchange.sendResponseHeaders(400, -1);
                return;
            }
            switch (method) {
                case "initialize" -> {
                    exchange.getResponseHeaders().set("Mcp-Session-Id", "s-1");
                    result(
                            exchange,
                            message,
                            "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{\"tools\":{}},"
                                    + "\"serverInfo\":{\"name\":\"upstream\",\"version\":\"1\"}}");
                }
                case "tools/list" ->
                    result(exchange, message, "{\"tools\":[" + String.join(",", tools.values()) + "]}");
                case "tools/call" -> call(exchange, message, body);
                default -> exchange.sendResponseHeaders(202, -1);
            }
        }
    }

    private void call(HttpExchange exchange, JsonObject message, String body) throws IOException {
        String params = body.substring(body.indexOf("\"params\":") + 9, body.length() - 1);
        ledger.add(params);
        if (delay > 0) {
            Await.pause(delay);
        }
        String text = message.getJsonObject("params").getString("name") + " done";
        switch (mood) {
            case PLAIN, EVENTS -> result(exchange, message, content(text, false));
            case TOOL_ERROR -> result(exchange, message, content("it is locked", true));
            case LONG -> result(exchange, message, content("x".repeat(3_000_000), false));
            case ECHO_CREDENTIALS ->
                result(exchange, message, content(exchange.getRequestHeaders().getFirst("Authorization"), false));
            case ERROR -> answer(exchange, message, "\"error\":{\"code\":-32000,\"message\":\"out of order\"}");
            case REDIRECT -> {
                exchange.getResponseHeaders().set("Location", url());
                exchange.sendResponseHeaders(307, -1);
            }
            case HANG_UP -> {}
        }
    }

    private static String content(String text, boolean failed) {
        return "{\"content\":[{\"type\":\"text\",\"text\":" + Api.string(text) + "}],\"isError\":" + failed + "}";
    }

    private void result(HttpExchange exchange, JsonObject message, String result) throws IOException {
        answer(exchange, message, "\"result\":" + result);
    }

    private void answer(HttpExchange exchange, JsonObject message, String outcome) throws IOException {
        String answer = "{\"jsonrpc\":\"2.0\",\"id\":" + message.get("id") + "," + outcome + "}";
        boolean events = mood == Mood.EVENTS;
        exchange.getResponseHeaders().set("Content-Type", events ? "text/event-stream" : "application/json");
        byte[] bytes = (events ? ": hello\n\ndata: " + answer + "\n\n" : answer).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, events ? 0 : bytes.length);
        exchange.getResponseBody().write(bytes);
        if (events) {
            exchange.getResponseBody().flush();
            // a stream that stays open: whoever waits for its end waits in vain
            Await.pause(3_000);
        }
    }

    private static JsonObject read(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
