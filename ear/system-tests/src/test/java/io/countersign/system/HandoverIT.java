package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a look at the running server's processes tells: no secrets in its environment, and layers around its workers. */
class HandoverIT {
    private final TestServer house = TestServer.shared();

    @Test
    void aRunningServerHasNoSecretsInItsEnvironmentOrOnItsCommandLine() throws IOException {
        String environment = read("environ");
        String command = read("cmdline");
        for (String secret :
                List.of(TestServer.ADMIN_KEY, TestServer.FIREWALL_KEY, "xoxb-system-tests", TestServer.SLACK_SECRET)) {
            assertFalse(environment.contains(secret), "the environment has " + secret);
            assertFalse(command.contains(secret), "the command line has " + secret);
        }
        for (String name :
                List.of("COUNTERSIGN_SERVER_KEY=", "COUNTERSIGN_CONSOLE_SECRET=", "KC_BOOTSTRAP_ADMIN_PASSWORD=")) {
            assertFalse(environment.contains(name), "the environment has " + name);
        }
        assertTrue(environment.contains("COUNTERSIGN_BASE_URL="), "what is no secret is still there");
        assertFalse(Files.exists(house.data.resolve("run/handover.properties")));
    }

    @Test
    void everyWorkerHasTheLayersThatStatusTells() throws IOException {
        String status = house.say("status");
        assertTrue(status.contains("sandbox      layers "), status);
        assumeTrue(hasBubblewrap(), "this machine has no bubblewrap: " + status);
        assertTrue(status.contains("seccomp"), status);
        List<ProcessHandle> workers = ProcessHandle.of(pid())
                .orElseThrow()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("/java"))
                .toList();
        assertTrue(workers.size() >= 2, "workers: " + workers);
        for (ProcessHandle worker : workers) {
            String told = Files.readString(Path.of("/proc/" + worker.pid() + "/status"));
            for (String line : List.of(
                    "NoNewPrivs:\t1", "Seccomp:\t2", "CapEff:\t0000000000000000", "CapBnd:\t0000000000000000")) {
                assertTrue(told.contains(line), line + " of " + told);
            }
            assertEquals(
                    "",
                    Files.readString(Path.of("/proc/" + worker.pid() + "/environ"))
                            .replace("PWD=/\0", ""));
        }
    }

    /** The verify command installs it where it may. */
    private static boolean hasBubblewrap() {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "bwrap")));
    }

    private String read(String name) throws IOException {
        return Files.readString(Path.of("/proc/" + pid() + "/" + name), StandardCharsets.ISO_8859_1);
    }

    private long pid() throws IOException {
        return Long.parseLong(
                Files.readString(house.data.resolve("run/server.pid")).strip());
    }
}
