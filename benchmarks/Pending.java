import java.io.IOException;
import java.net.CookieHandler;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a decider meets when tens of thousands of requests are pending: {@code java benchmarks/Pending.java URL ADMIN_KEY
 * patterns} asks for one request of every kind, which {@code pending-fill.sql} multiplies; {@code … measure [TIMES]} then
 * takes the time of every kind of looking and deciding, one after the other, as one person with a key and, where there is a
 * Keycloak, at the console.
 */
public final class Pending {
    private static final String NOTHING = "import io.countersign.script.*; public class Nothing implements Workflow {"
            + " @Override public WorkflowResult run(WorkflowContext ctx) { return WorkflowResult.ok(\\\"done\\\"); } }";
    private static final List<String> RULES = List.of(
            "'approval_type':'manual'",
            "'approval_type':'manual','required_roles':['approver']",
            "'approval_type':'multi','required_approvers':2,'required_roles':['approver']",
            "'approval_type':'multi','required_approvers':3,'required_roles':['soc-lead','network','approver']",
            "'approval_type':'multi','quorum':{'all':[{'role':'soc-lead','count':1},{'role':'network','count':1}]}",
            "'approval_type':'single','approvers':['alex']",
            "'approval_type':'single','approvers':['blake','casey']",
            "'approval_type':'unanimous','approvers':['blake','casey']",
            "'approval_type':'unanimous','approvers':['alex','blake','casey']",
            "'approval_type':'emergency'");
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new Cookies())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String server;
    private final String admin;

    private Pending(String server, String admin) {
        this.server = server;
        this.admin = admin;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 3) {
            System.err.println("usage: java benchmarks/Pending.java URL ADMIN_KEY patterns|measure [TIMES]");
            System.exit(2);
        }
        Pending pending = new Pending(arguments[0], arguments[1]);
        if (arguments[2].equals("patterns")) {
            pending.patterns();
        } else {
            pending.measure(arguments.length > 3 ? Integer.parseInt(arguments[3]) : 200);
        }
    }

    private void patterns() throws Exception {
        String author = key("maya", "human", "'workflows:read','workflows:write'", "'workflow-author'");
        person("alex", "'approver'");
        person("blake", "'approver','soc-lead'");
        person("casey", "'approver','network'");
        person("drew", "'approver','emergency-approver'");
        for (String owner : List.of("sam", "vic", "robin", "kim", "lee")) {
            String agent = key(owner, "agent", "'workflows:execute','workflows:read'", null);
            for (String rule : RULES) {
                String body = json("{'name':'" + owner + " " + rule.hashCode() + "','code':'")
                        + NOTHING
                        + json("','state':'active','approval_timeout_seconds':604800," + rule + "}");
                String workflow = first(post("/v1/workflows", author, body), "uuid");
                post(
                        "/v1/workflows/" + workflow + "/execute",
                        agent,
                        json("{'indicator':{'type':'ip','value':'203.0.113.7'},"
                                + "'reason':'it beacons every 60 s','confidence':0.9,'parameters':{'ttl':60}}"));
            }
        }
        System.out.println("50 patterns are pending");
    }

    private void measure(int times) throws Exception {
        String alex = person("alex", "'approver'");
        String agent = key("sam", "agent", "'workflows:execute','workflows:read'", null);
        String pending = get("/v1/workflow-approvals?status=pending&page_size=1", alex);
        System.out.println(first(pending, "total", "\"total\"\\s*:\\s*(\\d+)") + " requests are pending");
        System.out.printf(Locale.ROOT, "%-58s %9s %9s %9s%n", "what", "p50 ms", "p95 ms", "max ms");
        time("pending, first page of 50", times, i -> get("/v1/workflow-approvals?status=pending", alex));
        time("pending, page 500 of 50", times, i -> get("/v1/workflow-approvals?status=pending&page=500", alex));
        time("pending that need me, first page of 50", times, i -> get("/v1/workflow-approvals?needs_me=true", alex));
        time("my own, as the agent who asked", times, i -> get("/v1/workflow-approvals?mine=true", agent));
        time("everything, first page of 50", times, i -> get("/v1/workflow-approvals", alex));
        List<String> mine =
                ids(get("/v1/workflow-approvals?needs_me=true&page_size=" + Math.min(500, 2 * times), alex));
        time("one request", times, i -> get("/v1/workflow-approvals/" + mine.get(i % mine.size()), alex));
        time(
                "deciding",
                Math.min(times, mine.size()),
                i -> post("/v1/workflow-approvals/" + mine.get(i) + "/approve", alex, "{}"));
        signIn("alex");
        time("console: inbox", times, i -> page("/console/inbox"));
        time("console: inbox, page 10", times, i -> page("/console/inbox?page=10"));
        time("console: a page that is no list (overview)", times, i -> page("/console/overview"));
        time("console: one request", times, i -> page("/console/request/" + mine.get(mine.size() - 1)));
    }

    /** Cookies as browsers send them: by name, as they came. Java's own adds attributes that Keycloak does not read. */
    private static final class Cookies extends CookieHandler {
        private final Map<String, String> values = new ConcurrentHashMap<>();

        @Override
        public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers) {
            List<String> pairs = new ArrayList<>();
            values.forEach((name, value) -> pairs.add(name + "=" + value));
            return pairs.isEmpty() ? Map.of() : Map.of("Cookie", List.of(String.join("; ", pairs)));
        }

        @Override
        public void put(URI uri, Map<String, List<String>> headers) {
            headers.forEach((header, lines) -> {
                if ("set-cookie".equalsIgnoreCase(header)) {
                    lines.forEach(this::set);
                }
            });
        }

        private void set(String line) {
            String[] pair = line.split(";", 2)[0].split("=", 2);
            if (pair.length < 2 || pair[1].isEmpty() || line.contains("Max-Age=0")) {
                values.remove(pair[0].strip());
            } else {
                values.put(pair[0].strip(), pair[1]);
            }
        }
    }

    private interface Step {
        void at(int time) throws Exception;
    }

    private static void time(String what, int times, Step step) throws Exception {
        for (int i = 0; i < times / 10 && !what.equals("deciding"); i++) {
            step.at(i);
        }
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long began = System.nanoTime();
            step.at(i);
            millis.add((System.nanoTime() - began) / 1e6);
        }
        millis.sort(null);
        System.out.printf(
                Locale.ROOT, "%-58s %9.1f %9.1f %9.1f%n", what, at(millis, 0.5), at(millis, 0.95), at(millis, 1));
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get(Math.min(sorted.size() - 1, (int) Math.ceil(share * sorted.size()) - 1));
    }

    private String person(String name, String roles) throws Exception {
        return key(name, "human", "'approvals:read','approvals:write'", roles);
    }

    private String key(String owner, String type, String scopes, String roles) throws Exception {
        String body = json("{'name':'" + type + " of " + owner + "','key_type':'" + type + "','owner':'" + owner
                + "','scopes':[" + scopes + "]" + (roles == null ? "" : ",'roles':[" + roles + "]") + "}");
        return first(post("/v1/api-keys", admin, body), "key", "\"key\"\\s*:\\s*\"(csk_[^\"]+)\"");
    }

    private void signIn(String user) throws Exception {
        Matcher form = Pattern.compile("<form[^>]*action=\"([^\"]+)\"").matcher(page("/console/inbox"));
        if (!form.find()) {
            throw new IOException("no sign-in form: is there a Keycloak?");
        }
        send(HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=" + user + "&password=" + user)));
    }

    private String page(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(server + path)).GET());
    }

    private String get(String path, String key) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(server + path))
                .header("Authorization", "Bearer " + key)
                .GET());
    }

    private String post(String path, String key, String body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(server + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static List<String> ids(String page) {
        Matcher matcher =
                Pattern.compile("\"uuid\"\\s*:\\s*\"([0-9a-f-]{36})\"").matcher(page);
        List<String> ids = new ArrayList<>();
        while (matcher.find()) {
            ids.add(matcher.group(1));
        }
        return ids;
    }

    private static String first(String text, String field) {
        return first(text, field, "\"" + field + "\"\\s*:\\s*\"([^\"]+)\"");
    }

    private static String first(String text, String what, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + what + " in " + text);
        }
        return matcher.group(1);
    }
}
