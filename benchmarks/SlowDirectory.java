import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Decisions while the directory is large and slow: a stand-in for Keycloak with PEOPLE approvers, who have the role through GROUPS
 * groups alone, and so many milliseconds for each call of its admin interface. See README.md here.
 */
public final class SlowDirectory {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final Pattern PERSON = Pattern.compile("/users/(p\\d+|sam)(/.*)?");
    private static final Pattern MEMBERS = Pattern.compile("/groups/g(\\d+)/members");

    private final String issuer;
    private final int people;
    private final int groups;
    private final long delay;
    private final KeyPair keys;
    private final String kid = Long.toString(System.nanoTime());
    private final AtomicInteger calls = new AtomicInteger();

    private SlowDirectory(int port, int people, int groups, long delay) throws Exception {
        this.issuer = "http://127.0.0.1:" + port + "/realms/countersign";
        this.people = people;
        this.groups = groups;
        this.delay = delay;
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        this.keys = generator.generateKeyPair();
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 100);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/realms/", this::oidc);
        server.createContext("/admin/realms/countersign", this::admin);
        server.start();
    }

    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(args[0]);
        String server = args[1];
        String adminKey = args[2];
        int people = Integer.getInteger("people", 1_000);
        int groups = Integer.getInteger("groups", 2_000);
        long delay = Long.getLong("delay", 2_500);
        SlowDirectory directory = new SlowDirectory(port, people, groups, delay);
        System.out.printf("%d people, %d groups, %d ms a call: start the server now%n", people, groups, delay);
        directory.measure(server, adminKey);
        System.exit(0);
    }

    private void measure(String server, String adminKey) throws Exception {
        await(server + "/health/ready", "\"UP\"");
        Instant begun = Instant.now();
        int before = calls.get();
        String agent = agentKey(server, adminKey);
        String workflow = field(
                expect(201, call(server, adminKey, "/v1/workflows", """
                        {"name":"slow %d","state":"active","required_roles":["approver"],"code":%s}""".formatted(System.nanoTime(), quoted("""
                        import io.countersign.script.*;
                        public class Nothing implements Workflow {
                            @Override public WorkflowResult run(WorkflowContext ctx) { return WorkflowResult.ok("done"); }
                        }
                        """)))),
                "uuid");
        awaitFirstSnapshot(server, agent, workflow);
        System.out.printf(
                "the realm was read %d s after the server was ready; %d calls meanwhile, look-ups included%n",
                Duration.between(begun, Instant.now()).toSeconds(), calls.get() - before);
        List<Long> millis = new ArrayList<>();
        for (int person = 1; person <= 20; person++) {
            millis.add(decide(server, ask(server, agent, workflow), person));
        }
        print("20 decisions, each by somebody else", millis);
    }

    private static void print(String what, List<Long> millis) {
        Collections.sort(millis);
        System.out.printf(
                "%s: p50 %d ms, longest %d ms%n", what, millis.get(millis.size() / 2), millis.get(millis.size() - 1));
    }

    /** Somebody new may have to be asked about twice where the answer takes long. */
    private static String agentKey(String server, String adminKey) throws Exception {
        while (true) {
            HttpResponse<String> made = call(server, adminKey, "/v1/api-keys", """
                    {"name":"bench","key_type":"agent","owner":"sam","scopes":["workflows:execute"]}""");
            if (made.statusCode() == 201) {
                return field(made.body(), "key");
            }
            Thread.sleep(1_000);
        }
    }

    private static String ask(String server, String agent, String workflow) throws Exception {
        return field(expect(202, tried(server, agent, workflow)), "approval_request_uuid");
    }

    private static HttpResponse<String> tried(String server, String agent, String workflow) throws Exception {
        return call(server, agent, "/v1/workflows/" + workflow + "/execute", """
                {"indicator":{"type":"ip","value":"203.0.113.7"},"reason":"a test","confidence":0.9}""");
    }

    /** Before the realm was read for the first time nobody can tell whether somebody could agree. */
    private static void awaitFirstSnapshot(String server, String agent, String workflow) throws Exception {
        while (tried(server, agent, workflow).statusCode() != 202) {
            Thread.sleep(1_000);
        }
    }

    /** Milliseconds; whoever is not known yet is refused and tries again, and only the longest try counts. */
    private long decide(String server, String approval, int person) throws Exception {
        long longest = 0;
        while (true) {
            long begun = System.nanoTime();
            HttpResponse<String> answer =
                    call(server, token("p" + person), "/v1/workflow-approvals/" + approval + "/approve", "{}");
            longest = Math.max(longest, (System.nanoTime() - begun) / 1_000_000);
            if (answer.statusCode() == 200) {
                return longest;
            }
            if (answer.statusCode() != 403) {
                throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
            }
            Thread.sleep(500);
        }
    }

    private static void await(String url, String text) throws Exception {
        while (true) {
            try {
                if (get(url).contains(text)) {
                    return;
                }
            } catch (IOException notYet) {
                // the server starts
            }
            Thread.sleep(500);
        }
    }

    private static String get(String url) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static HttpResponse<String> call(String server, String key, String path, String json) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private static String field(String json, String name) {
        Matcher matcher =
                Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + name + " in " + json);
        }
        return matcher.group(1);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    // --- the stand-in for Keycloak ---

    private void oidc(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().endsWith("/certs")) {
            RSAPublicKey key = (RSAPublicKey) keys.getPublic();
            send(exchange, """
                    {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}]}""".formatted(kid, number(key.getModulus()), number(key.getPublicExponent())));
        } else if (exchange.getRequestURI().getPath().endsWith("/token")) {
            send(exchange, "{\"access_token\":\"t\",\"expires_in\":3600}");
        } else {
            send(exchange, """
                    {"issuer":"%1$s","authorization_endpoint":"%1$s/auth","token_endpoint":"%1$s/token",
                     "jwks_uri":"%1$s/protocol/openid-connect/certs"}""".formatted(issuer));
        }
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return BASE64.encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private String token(String user) throws Exception {
        long now = Instant.now().getEpochSecond();
        String text = part("{\"alg\":\"RS256\",\"kid\":\"" + kid + "\",\"typ\":\"JWT\"}") + "."
                + part("""
                {"iss":"%s","sub":"%s","typ":"Bearer","azp":"countersign-cli","preferred_username":"%s","sid":"s",
                 "iat":%d,"exp":%d,"realm_access":{"roles":["approver"]}}""".formatted(issuer, user, user, now, now + 300));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return text + "." + BASE64.encodeToString(signature.sign());
    }

    private static String part(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private void admin(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String path = exchange.getRequestURI().getPath().substring("/admin/realms/countersign".length());
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        send(exchange, answer(path, query));
    }

    private String answer(String path, String query) {
        Matcher person = PERSON.matcher(path);
        Matcher members = MEMBERS.matcher(path);
        if (path.equals("/roles")) {
            return "[{\"name\":\"approver\",\"composite\":false}]";
        } else if (path.equals("/groups")) {
            return page(query, groups, SlowDirectory::group);
        } else if (path.equals("/groups/count")) {
            return "{\"count\":" + groups + "}";
        } else if (path.equals("/users/count")) {
            return Integer.toString(people + 1);
        } else if (path.equals("/users")) {
            Matcher name = Pattern.compile("username=([^&]+)").matcher(query);
            return name.find() ? "[" + user(name.group(1)) + "]" : page(query, people, i -> user("p" + i));
        } else if (members.matches()) {
            int group = Integer.parseInt(members.group(1));
            return page(query, group < people ? 1 : 0, i -> user("p" + group));
        } else if (person.matches()) {
            String what = String.valueOf(person.group(2));
            boolean sam = person.group(1).equals("sam");
            if (what.equals("/groups")) {
                return page(
                        query,
                        sam ? 0 : 1,
                        i -> group(Integer.parseInt(person.group(1).substring(1))));
            }
            return what.startsWith("/role-mappings") ? sam ? "[]" : "[{\"name\":\"approver\"}]" : user(person.group(1));
        }
        return "[]";
    }

    private static String group(int i) {
        return "{\"id\":\"g" + i + "\",\"name\":\"g" + i + "\",\"realmRoles\":[\"approver\"]}";
    }

    private static String user(String name) {
        return "{\"id\":\"" + name + "\",\"username\":\"" + name + "\",\"enabled\":true,\"attributes\":{}}";
    }

    private interface Item {
        String at(int i);
    }

    private static String page(String query, int size, Item item) {
        int first = number(query, "first", 0);
        int last = Math.min(size, first + number(query, "max", size));
        return IntStream.range(first, Math.max(first, last))
                .mapToObj(item::at)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static int number(String query, String name, int otherwise) {
        Matcher matcher = Pattern.compile("(?:^|&)" + name + "=(\\d+)").matcher(query);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : otherwise;
    }

    private static void send(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        try (exchange) {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
