import com.sun.net.httpserver.HttpServer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Closed-loop load on a running server: every connection sends its next request when the last is answered.
 *
 * <p>{@code java benchmarks/Load.java URL ADMIN_KEY [SECONDS [WARM_UP_SECONDS [CONNECTIONS…]]]}
 *
 * <p>(a) execute → one HTTP call → stored success, waited for with {@code Prefer: wait}. (b) an agent asks → a person
 * decides → run → stored success, waited for. Both with REST, authentication, the worker sandbox and the record on. The
 * target of the HTTP call is in this process, so that all of it shares the machine's cores.
 *
 * <p>{@code -Donly=a} or {@code -Donly=b} measures one of them. {@code -Dpids=1234,5678} (of the server, of the database)
 * adds the CPU time that these processes, their children and this one spent on each unit: a figure that a busy machine
 * disturbs far less than it does the rates.
 */
public final class Load {
    private static final AtomicLong COUNTER = new AtomicLong();
    private static final Pattern UUID_FIELD =
            Pattern.compile("\"(?:uuid|approval_request_uuid)\"\\s*:\\s*\"([0-9a-f-]{36})\"");
    private static final Pattern APPROVAL = Pattern.compile("\"approval_request_uuid\"\\s*:\\s*\"([0-9a-f-]{36})\"");
    private static final Pattern KEY_FIELD = Pattern.compile("\"key\"\\s*:\\s*\"(csk_[A-Za-z0-9_-]+)\"");

    private Load() {}

    /** One unit of work on one connection; it fails unless a success was stored. */
    private interface Work {
        void once(Connection connection) throws IOException;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 2) {
            System.err.println("usage: java benchmarks/Load.java URL ADMIN_KEY [SECONDS [WARM_UP [CONNECTIONS…]]]");
            System.exit(2);
        }
        URI server = URI.create(arguments[0]);
        int seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 30;
        int warmUp = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 20;
        int[] connections = arguments.length > 4
                ? Arrays.stream(arguments, 4, arguments.length)
                        .mapToInt(Integer::parseInt)
                        .toArray()
                : new int[] {1, 8, 32};
        HttpServer target = target();
        Scene scene = new Scene(server, arguments[1], target.getAddress().getPort());
        System.out.printf(
                Locale.ROOT,
                "%-34s %11s %10s %9s %9s %9s %7s  %s%n",
                "what",
                "connections",
                "per second",
                "p50 ms",
                "p99 ms",
                "max ms",
                "failed",
                "CPU ms each");
        String only = System.getProperty("only", "ab");
        if (only.contains("a")) {
            drive("warm-up", scene, scene::execute, 8, warmUp, false);
            for (int count : connections) {
                drive("(a) execute, call, stored success", scene, scene::execute, count, seconds, true);
            }
        }
        if (only.contains("b")) {
            drive("warm-up", scene, scene::pair, 8, warmUp, false);
            for (int count : connections) {
                drive("(b) ask, decide, run, stored", scene, scene::pair, count, seconds, true);
            }
        }
        System.exit(0);
    }

    private static void drive(String what, Scene scene, Work work, int connections, int seconds, boolean report)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        Cpu cpu = Cpu.now();
        long began = System.nanoTime();
        long end = began + seconds * 1_000_000_000L;
        AtomicLong failures = new AtomicLong();
        List<Future<long[]>> parts = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            parts.add(threads.submit(() -> loop(scene, work, end, failures)));
        }
        List<long[]> times = new ArrayList<>();
        for (Future<long[]> part : parts) {
            times.add(part.get());
        }
        double took = (System.nanoTime() - began) / 1e9;
        threads.shutdown();
        String spent = Cpu.now()
                .since(cpu, times.stream().mapToInt(part -> part.length).sum());
        long[] all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        if (report && all.length > 0) {
            System.out.printf(
                    Locale.ROOT,
                    "%-34s %11d %10.1f %9.1f %9.1f %9.1f %7d  %s%n",
                    what,
                    connections,
                    all.length / took,
                    at(all, 0.5),
                    at(all, 0.99),
                    at(all, 1),
                    failures.get(),
                    spent);
        }
    }

    private static long[] loop(Scene scene, Work work, long end, AtomicLong failures) throws IOException {
        long[] times = new long[1 << 12];
        int count = 0;
        try (Connection connection = new Connection(scene.server)) {
            while (System.nanoTime() < end) {
                long start = System.nanoTime();
                try {
                    work.once(connection);
                } catch (IOException e) {
                    if (failures.incrementAndGet() <= 3) {
                        System.err.println("failed: " + e.getMessage());
                    }
                    connection.reopen();
                    continue;
                }
                if (count == times.length) {
                    times = Arrays.copyOf(times, count * 2);
                }
                times[count++] = System.nanoTime() - start;
            }
        }
        return Arrays.copyOf(times, count);
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * share))] / 1e6;
    }

    private static HttpServer target() throws IOException {
        HttpServer target = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        target.setExecutor(Executors.newFixedThreadPool(8));
        byte[] answer = "{\"ok\":true}".getBytes(StandardCharsets.UTF_8);
        target.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        target.start();
        return target;
    }

    /** CPU time spent so far: by this process, and by each that was named and by its children. */
    private record Cpu(long[] millis) {
        private static final long TICK_MILLIS = 10;

        static Cpu now() {
            long[] millis = Arrays.stream(System.getProperty("pids", "").split(","))
                    .filter(pid -> !pid.isBlank())
                    .map(pid -> ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow())
                    .flatMapToLong(process -> LongStream.of(own(process), children(process)))
                    .toArray();
            return new Cpu(LongStream.concat(LongStream.of(own(ProcessHandle.current())), Arrays.stream(millis))
                    .toArray());
        }

        private static long own(ProcessHandle process) {
            return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
        }

        /** Those that live, and those that have ended: Linux keeps the sum of the latter in fields 16 and 17. */
        private static long children(ProcessHandle process) {
            long living = process.descendants().mapToLong(Cpu::own).sum();
            try {
                String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
                String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
                return living + (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * TICK_MILLIS;
            } catch (IOException e) {
                return living;
            }
        }

        /** Load itself first, then of each named process its own and its children's, then the sum. */
        String since(Cpu before, int units) {
            if (units == 0) {
                return "";
            }
            StringBuilder text = new StringBuilder();
            double sum = 0;
            for (int i = 0; i < millis.length; i++) {
                double each = (millis[i] - before.millis[i]) / (double) units;
                sum += each;
                text.append(
                        String.format(Locale.ROOT, i == 0 ? "load %.2f" : i % 2 == 1 ? " · %.2f" : " + %.2f", each));
            }
            return text.append(String.format(Locale.ROOT, " = %.2f", sum)).toString();
        }
    }

    /** Two workflows, one open and one gated, and the keys of an agent and an approver. */
    private static final class Scene {
        final URI server;
        private final String author;
        private final String agent;
        private final String approver;
        private final String open;
        private final String gated;

        Scene(URI server, String admin, int targetPort) throws IOException {
            this.server = server;
            String run = Long.toString(System.currentTimeMillis(), 36);
            try (Connection connection = new Connection(server)) {
                author = key(
                        connection,
                        admin,
                        "{\"name\":\"load author\",\"key_type\":\"human\",\"owner\":\"load-author\",\"roles\":[\"workflow-author\",\"soc-analyst\"],\"scopes\":[\"workflows:read\",\"workflows:write\",\"workflows:execute\"]}");
                agent = key(
                        connection,
                        admin,
                        "{\"name\":\"load agent\",\"key_type\":\"agent\",\"owner\":\"load-owner\",\"scopes\":[\"workflows:read\",\"workflows:execute\",\"approvals:read\"]}");
                approver = key(
                        connection,
                        admin,
                        "{\"name\":\"load approver\",\"key_type\":\"human\",\"owner\":\"load-approver\",\"roles\":[\"approver\"],\"scopes\":[\"workflows:read\",\"approvals:read\",\"approvals:write\"]}");
                open = workflow(connection, "load open " + run, targetPort, "never");
                gated = workflow(connection, "load gated " + run, targetPort, "always");
            }
        }

        void execute(Connection connection) throws IOException {
            success(connection.call(
                    "POST", "/v1/workflows/" + open + "/execute", author, wish(), "Prefer: wait=30\r\n", 200));
        }

        void pair(Connection connection) throws IOException {
            String asked = connection.call("POST", "/v1/workflows/" + gated + "/execute", agent, wish(), "", 202);
            String approval = first(APPROVAL, asked);
            String approved =
                    connection.call("POST", "/v1/workflow-approvals/" + approval + "/approve", approver, "{}", "", 200);
            String run = first(Pattern.compile("\"run_uuid\"\\s*:\\s*\"([0-9a-f-]{36})\""), approved);
            success(connection.call("GET", "/v1/workflow-runs/" + run + "?wait=30", author, null, "", 200));
        }

        private static void success(String run) throws IOException {
            if (!run.contains("\"status\":\"success\"")) {
                throw new IOException("no success: " + run.substring(0, Math.min(300, run.length())));
            }
        }

        private static String wish() {
            long n = COUNTER.incrementAndGet();
            return "{\"indicator\":{\"type\":\"ip\",\"value\":\"198.51." + (n >> 8 & 255) + "." + (n & 255)
                    + "\"},\"reason\":\"load\",\"confidence\":0.5}";
        }

        private static String key(Connection connection, String admin, String wish) throws IOException {
            return first(KEY_FIELD, connection.call("POST", "/v1/api-keys", admin, wish, "", 201));
        }

        private String workflow(Connection connection, String name, int port, String mode) throws IOException {
            String code = "import io.countersign.script.*;\\nimport java.util.Map;\\n"
                    + "public class Load implements Workflow {\\n"
                    + "  public WorkflowResult run(WorkflowContext ctx) {\\n"
                    + "    HttpResponse r = ctx.http().post(\\\"http://127.0.0.1:" + port + "/api/block\\\")\\n"
                    + "        .json(Map.of(\\\"ip\\\", ctx.indicator().value())).send();\\n"
                    + "    return r.ok() ? WorkflowResult.ok(\\\"done\\\") : WorkflowResult.fail(\\\"not done\\\");\\n"
                    + "  }\\n}\\n";
            return first(
                    UUID_FIELD,
                    connection.call(
                            "POST",
                            "/v1/workflows",
                            author,
                            "{\"name\":\"" + name + "\",\"state\":\"active\",\"approval_mode\":\"" + mode
                                    + "\",\"code\":\"" + code + "\",\"allowed_hosts\":[\"127.0.0.1\"]}",
                            "",
                            201));
        }

        private static String first(Pattern pattern, String text) throws IOException {
            Matcher matcher = pattern.matcher(text);
            if (!matcher.find()) {
                throw new IOException("unexpected answer: " + text);
            }
            return matcher.group(1);
        }
    }

    /** One kept-alive connection, with as little of its own work as HTTP allows. */
    private static final class Connection implements AutoCloseable {
        private final URI server;
        private Socket socket;
        private InputStream in;
        private OutputStream out;

        Connection(URI server) throws IOException {
            this.server = server;
            reopen();
        }

        void reopen() throws IOException {
            close();
            socket = new Socket(server.getHost(), server.getPort());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(60_000);
            in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
            out = socket.getOutputStream();
        }

        String call(String method, String path, String key, String body, String headers, int wanted)
                throws IOException {
            byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
            byte[] head = (method + " " + path + " HTTP/1.1\r\nHost: " + server.getAuthority()
                            + "\r\nAuthorization: Bearer "
                            + key + "\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n"
                            + headers
                            + "\r\n")
                    .getBytes(StandardCharsets.UTF_8);
            byte[] all = Arrays.copyOf(head, head.length + bytes.length);
            System.arraycopy(bytes, 0, all, head.length, bytes.length);
            out.write(all);
            int status = Integer.parseInt(line().split(" ")[1]);
            int length = 0;
            boolean chunked = false;
            for (String header = line(); !header.isEmpty(); header = line()) {
                String lower = header.toLowerCase(Locale.ROOT);
                if (lower.startsWith("content-length:")) {
                    length = Integer.parseInt(lower.substring(15).strip());
                } else if (lower.startsWith("transfer-encoding:")) {
                    chunked = lower.contains("chunked");
                }
            }
            String answer = new String(chunked ? chunks() : in.readNBytes(length), StandardCharsets.UTF_8);
            if (status != wanted) {
                throw new IOException(method + " " + path + " answered " + status + ": " + answer);
            }
            return answer;
        }

        private byte[] chunks() throws IOException {
            java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
            for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                all.write(in.readNBytes(size));
                line();
            }
            line();
            return all.toByteArray();
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new IOException("the server closed the connection");
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            if (socket != null) {
                socket.close();
            }
        }
    }
}
