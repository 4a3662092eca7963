package io.countersign.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A whole Countersign, started and stopped by the very command that users type. Suites share one; those that kill it or
 * want another database start their own.
 */
final class TestServer {
    static final String ADMIN_KEY = "csk_SystemTestsAdminKey_0123456789abcdefghijklm";
    static final String SLACK_SECRET = "system-tests-signing-secret";
    static final String SLACK_APP_TOKEN = "xapp-system-tests";
    static final String FIREWALL_KEY = "fw-4711-system-tests";
    private static final Path ROOT = Path.of(System.getProperty("countersign.root", "../.."))
            .toAbsolutePath()
            .normalize();
    private static final Path WORK = Path.of(System.getProperty("countersign.work", "target"))
            .toAbsolutePath()
            .normalize();
    private static final int SHARED_OFFSET = Integer.getInteger("countersign.offset", 5000);
    /** While writing tests: an open house is used as it is and stays open. */
    private static final boolean KEEP = Boolean.getBoolean("countersign.keep");

    private static final int START_SECONDS = Integer.getInteger("countersign.start.seconds", 600);
    private static final List<TestServer> OPEN = new ArrayList<>();
    private static TestServer shared;
    private static TestServer mortal;

    final Path data;
    private final int offset;
    private final boolean keycloak;
    private final Map<String, String> environment = new LinkedHashMap<>();

    private TestServer(String name, int offset, boolean keycloak) {
        this.data = WORK.resolve("house-" + name);
        this.offset = offset;
        this.keycloak = keycloak;
        environment.put("COUNTERSIGN_BOOTSTRAP_ADMIN_KEY", ADMIN_KEY);
        environment.put("COUNTERSIGN_PACKED", "yes");
        environment.put("COUNTERSIGN_START_SECONDS", Integer.toString(START_SECONDS));
        environment.put("EGRESS_ALLOWED_HOSTS", "127.0.0.1");
        environment.put("SECRET_FIREWALL_API_KEY", FIREWALL_KEY);
        clear();
    }

    /** The one that all suites share: with Keycloak, and with Slack, Teams and mail going to doubles. */
    static synchronized TestServer shared() {
        if (shared == null) {
            TestServer house = new TestServer("shared", SHARED_OFFSET, true);
            FakeServices doubles = FakeServices.get();
            house.with("APPROVAL_NOTIFIER", "slack,teams,email")
                    .with("APPROVAL_DEFAULT_CHANNEL", "#soc")
                    .with("SLACK_BASE_URL", doubles.slack.url().toString())
                    .with("SLACK_BOT_TOKEN", "xoxb-system-tests")
                    .with("SLACK_SIGNING_SECRET", SLACK_SECRET)
                    .with("SLACK_APP_TOKEN", SLACK_APP_TOKEN)
                    .with("TEAMS_WEBHOOK_URL", doubles.teams.url() + "/webhook")
                    .with("SMTP_PORT", Integer.toString(doubles.mail.port()))
                    .up();
            shared = house;
        }
        return shared;
    }

    /** The one to be killed: without Keycloak, with a module of somebody's own in its archive, and with a model at hand. */
    static synchronized TestServer mortal() {
        if (mortal == null) {
            TestServer house = alone("mortal", 600);
            Path archive = house.data.resolveSibling("countersign-with-sample.ear");
            Archive.withTheSample(ROOT.resolve("ear/target/countersign.ear"), archive);
            mortal = house.with("COUNTERSIGN_EAR", archive.toString())
                    .with("ANTHROPIC_API_KEY", "sk-ant-system-tests")
                    .with("ANTHROPIC_BASE_URL", FakeServices.get().model.url().toString())
                    .up();
        }
        return mortal;
    }

    /** One of its own, without Keycloak, not yet started. */
    static TestServer alone(String name, int offset) {
        return new TestServer(name, SHARED_OFFSET + offset, false);
    }

    /** One of its own, with Keycloak, not yet started. */
    static TestServer aloneWithKeycloak(String name, int offset) {
        return new TestServer(name, SHARED_OFFSET + offset, true);
    }

    static synchronized void closeAll() {
        if (!KEEP) {
            OPEN.forEach(TestServer::down);
        }
        OPEN.clear();
        shared = null;
        mortal = null;
    }

    TestServer with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** From nothing: whatever an earlier build left behind is stopped and removed. */
    private void clear() {
        if (KEEP || !Files.isDirectory(data)) {
            return;
        }
        down();
        try (var files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    TestServer up() {
        List<String> arguments = new ArrayList<>(List.of("up", "--detach"));
        if (!keycloak) {
            arguments.add("--no-keycloak");
        }
        if (!KEEP || !answers()) {
            command(arguments);
        }
        synchronized (TestServer.class) {
            if (!OPEN.contains(this)) {
                OPEN.add(this);
            }
        }
        return this;
    }

    void down() {
        command(List.of("down"));
    }

    /** As if the power failed: the server's process and its children are gone at once, nothing is said to them. */
    void killNine() {
        ProcessHandle server = ProcessHandle.of(pid()).orElseThrow();
        List<ProcessHandle> children = server.descendants().toList();
        server.destroyForcibly();
        server.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    Api api(String key) {
        return new Api("http://127.0.0.1:" + (8080 + offset), key);
    }

    Api admin() {
        return api(ADMIN_KEY);
    }

    /** Who agrees there to what others change: the operator's key only where nobody signs in. */
    static synchronized Api adminOf(String base) {
        return OPEN.stream()
                .filter(house -> house.keycloak && house.url().equals(base))
                .findFirst()
                .map(house -> house.login("root"))
                .orElseGet(() -> new Api(base, ADMIN_KEY));
    }

    String url() {
        return "http://127.0.0.1:" + (8080 + offset);
    }

    /** Where its own Keycloak answers. */
    String keycloakUrl() {
        return "http://127.0.0.1:" + (8180 + offset);
    }

    /** A person of the demo realm, logged in at Keycloak as a command-line client does it. */
    Api login(String user) {
        return login(user, user);
    }

    /** The same for somebody whose password is not the name. */
    Api login(String user, String password) {
        String form = "grant_type=password&client_id=countersign-cli&username=" + user + "&password=" + password;
        String token = new Api(keycloakUrl(), null)
                .form("/realms/countersign/protocol/openid-connect/token", form)
                .expect(200)
                .json()
                .getString("access_token");
        return api(token);
    }

    boolean hasKeycloak() {
        return keycloak;
    }

    int managementPort() {
        return 9990 + offset;
    }

    /** Where the launcher has unpacked the server. */
    Path wildfly() {
        try (var found = Files.list(ROOT.resolve(".countersign"))) {
            return found.filter(path -> path.getFileName().toString().startsWith("wildfly-"))
                    .filter(path -> Files.isRegularFile(path.resolve("jboss-modules.jar")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything that any server of this house has written to a log so far. */
    String logs() throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.walk(data.resolve("logs"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    /** A port that follows from the house's offset, for what stands beside the servers. */
    static int sharedPort(int port) {
        return port + SHARED_OFFSET;
    }

    private boolean answers() {
        try {
            return api(null).get("/health/ready").status() == 200;
        } catch (java.io.UncheckedIOException nobody) {
            return false;
        }
    }

    private long pid() {
        try {
            return Long.parseLong(
                    Files.readString(data.resolve("run/server.pid")).strip());
        } catch (IOException e) {
            throw new IllegalStateException("the server of " + data + " has no pid file", e);
        }
    }

    /** What another command of the launcher says of this house; a failure is thrown with what it said. */
    String say(String... words) {
        List<String> command =
                new ArrayList<>(List.of(ROOT.resolve("countersign").toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("--data", data.toString()));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("COUNTERSIGN_KEY", ADMIN_KEY);
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed:\n" + said);
            }
            return said;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(ROOT.resolve("countersign").toString());
        command.addAll(arguments);
        if (arguments.get(0).equals("up")) {
            command.addAll(List.of("--port-offset", Integer.toString(offset)));
        }
        command.addAll(List.of("--data", data.toString()));
        try {
            Files.createDirectories(data);
            Path log = data.resolve("launcher.log");
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(START_SECONDS + 120L, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroy();
                throw new IllegalStateException(String.join(" ", command) + " failed:\n" + Files.readString(log));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
