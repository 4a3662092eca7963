import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * A firewall to play with: answers every action with 200 and keeps a ledger, on disk before it answers, so that a test
 * can count what was really done. {@code GET /ledger} lists, {@code GET /count} counts, {@code GET /health} answers.
 * Arguments: host, port, ledger file.
 */
public final class DemoTarget {
    private static final int BODY_LIMIT = 1 << 20;
    private static final List<String> REMEMBERED_HEADERS =
            List.of("Idempotency-Key", "X-Countersign-Run", "X-Request-ID");

    private final Path ledger;

    private DemoTarget(Path ledger) {
        this.ledger = ledger;
    }

    public static void main(String[] args) throws IOException {
        DemoTarget target = new DemoTarget(Path.of(args[2]));
        HttpServer server = HttpServer.create(new InetSocketAddress(args[0], Integer.parseInt(args[1])), 128);
        server.setExecutor(Executors.newFixedThreadPool(8));
        server.createContext("/", target::serve);
        server.start();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(BODY_LIMIT);
            String path = exchange.getRequestURI().getRawPath();
            boolean get = exchange.getRequestMethod().equals("GET");
            if (get && path.equals("/health")) {
                answer(exchange, "{\"status\":\"UP\"}");
            } else if (get && path.equals("/ledger")) {
                answer(exchange, "{\"entries\":[" + String.join(",", entries()) + "]}");
            } else if (get && path.equals("/count")) {
                answer(exchange, "{\"count\":" + entries().size() + "}");
            } else {
                record(exchange, body);
                answer(exchange, "{\"ok\":true,\"path\":" + quoted(path) + "}");
            }
        }
    }

    private void record(HttpExchange exchange, byte[] body) {
        StringBuilder entry = new StringBuilder(
                        "{\"at\":" + quoted(Instant.now().toString()))
                .append(",\"method\":")
                .append(quoted(exchange.getRequestMethod()))
                .append(",\"path\":")
                .append(quoted(exchange.getRequestURI().toString()))
                .append(",\"body_sha256\":")
                .append(quoted(sha256(body)))
                .append(",\"body\":")
                .append(quoted(new String(body, StandardCharsets.UTF_8)));
        for (String header : REMEMBERED_HEADERS) {
            String value = exchange.getRequestHeaders().getFirst(header);
            if (value != null) {
                entry.append(',')
                        .append(quoted(header.toLowerCase()))
                        .append(':')
                        .append(quoted(value));
            }
        }
        append(entry.append('}').toString());
    }

    private synchronized void append(String entry) {
        try {
            Files.writeString(ledger, entry + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized List<String> entries() throws IOException {
        return Files.exists(ledger) ? Files.readAllLines(ledger) : List.of();
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
            } else if (c < 0x20) {
                json.append(String.format("\\u%04x", c));
            } else {
                json.append((char) c);
            }
        });
        return json.append('"').toString();
    }
}
