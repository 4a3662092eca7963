import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A very small MCP server to try the gateway with, on loopback: {@code java docs/examples/gateway/HostToolsServer.java 8901}. It prints
 * every call that reaches it. It needs nothing but a JDK, and reads only as much JSON as it has to; it is no example of how to read JSON.
 */
public final class HostToolsServer {

    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*(\\d+)");
    private static final Pattern METHOD = Pattern.compile("\"method\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern NAME = Pattern.compile("\"params\"\\s*:\\s*\\{\\s*\"name\"\\s*:\\s*\"([^\"]+)\"");

    private static final String TOOLS = """
            {"tools":[
             {"name":"host_status","description":"Tells how a host is.","inputSchema":{"type":"object",
              "properties":{"host":{"type":"string"}},"required":["host"]},"annotations":{"readOnlyHint":true}},
             {"name":"isolate_host","description":"Cuts a host off the network.","inputSchema":{"type":"object",
              "properties":{"host":{"type":"string"}},"required":["host"]},"annotations":{"destructiveHint":true}}]}""";

    private HostToolsServer() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/mcp", HostToolsServer::answer);
        server.start();
        System.out.println("http://127.0.0.1:" + port + "/mcp");
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String id = first(ID, body);
            String result =
                    switch (first(METHOD, body)) {
                        case "initialize" ->
                            "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{\"tools\":{}},"
                                    + "\"serverInfo\":{\"name\":\"host-tools\",\"version\":\"1\"}}";
                        case "tools/list" -> TOOLS;
                        case "tools/call" -> call(body);
                        default -> "";
                    };
            if (id.isEmpty() || result.isEmpty()) {
                exchange.sendResponseHeaders(202, -1);
                return;
            }
            byte[] bytes = ("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":" + result + "}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String call(String body) {
        System.out.println("called: " + body);
        String text = first(NAME, body).equals("isolate_host") ? "The host is cut off." : "The host is up.";
        return "{\"content\":[{\"type\":\"text\",\"text\":\"" + text + "\"}]}";
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}
