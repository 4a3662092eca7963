package io.countersign.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the launcher refuses of the settings before anything is started. */
class ProductionSettingsTest {

    private static final Path ROOT = Path.of(System.getProperty("countersign.root", "../.."));

    @TempDir
    Path data;

    @ParameterizedTest
    @CsvSource({
        "COUNTERSIGN_BASE_URL, http://countersign.example.org, is not https",
        "COUNTERSIGN_KEYCLOAK_URL, http://sso.example.org, is not https",
        "COUNTERSIGN_BOOTSTRAP_ADMIN_KEY, csk_short-and-known-key-12345, too short to be random",
        "COUNTERSIGN_BOOTSTRAP_ADMIN_KEY, csk_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, is not random",
        "APPROVAL_NOTIFIER, 'email, slack', SLACK_SIGNING_SECRET is not set",
        "COUNTERSIGN_KEYS_FOR_OTHERS, allow, act as other people",
        "APPROVAL_CHANNEL_LINKS, decide, could decide",
        "COUNTERSIGN_PUBLISHING_REVIEW, off, runs without agreement",
        "EGRESS_ALLOW_PRIVATE, TRUE, your own network",
        "SANDBOX_ISOLATION, in_process, share the server's process",
    })
    void eachIsRefusedWithOneLineThatSaysHowToMendIt(String variable, String value, String why) throws Exception {
        Said said = doctor(Map.of(variable, value), "--production");
        List<String> refused = said.refused();
        assertEquals(1, refused.size(), said.text());
        assertTrue(refused.get(0).contains(variable) && refused.get(0).contains(why), said.text());
        assertEquals(1, said.status());
        assertEquals(0, doctor(Map.of(variable, value)).status(), "without --production it is shown, not refused");
    }

    @Test
    void upRefusesThemBeforeItStartsAnything() throws Exception {
        Said said = run(Map.of("EGRESS_ALLOW_PRIVATE", "true"), "up", "--production");
        assertEquals(1, said.status(), said.text());
        assertTrue(said.text().contains("EGRESS_ALLOW_PRIVATE=true"), said.text());
        assertFalse(Files.exists(data.resolve("run/server.pid")));
    }

    @Test
    void theEnvironmentAsksForItToo() throws Exception {
        Said said = run(Map.of("COUNTERSIGN_PRODUCTION", "yes", "SANDBOX_ISOLATION", "in_process"), "up");
        assertEquals(1, said.status(), said.text());
        assertTrue(said.text().contains("--production refuses 1"), said.text());
    }

    @Test
    void peopleWithoutAKeycloakAreRefused() throws Exception {
        assertTrue(doctor(Map.of(), "--production", "--no-keycloak")
                .refused()
                .get(0)
                .contains("no Keycloak"));
    }

    @Test
    void whatIsLeftAloneIsFineAndTheEmbeddedDatabaseIsWarnedOf() throws Exception {
        Said said = doctor(Map.of("COUNTERSIGN_BASE_URL", "https://countersign.example.org"), "--production");
        assertEquals(List.of(), said.refused());
        assertEquals(0, said.status(), said.text());
        assertTrue(said.text().contains("embedded H2"), said.text());
    }

    @Test
    void layersThatAreNotRequiredAreWarnedOf() throws Exception {
        assertFalse(doctor(Map.of(), "--production").text().contains("SANDBOX_REQUIRE"));
        Said said = doctor(Map.of("SANDBOX_REQUIRE", "network,seccomp"), "--production");
        assertEquals(
                1,
                said.text()
                        .lines()
                        .filter(line -> line.contains("SANDBOX_REQUIRE"))
                        .count(),
                said.text());
        assertTrue(
                said.text().contains("does not name user,capabilities,privileges,files,processes,ipc,limits:"),
                said.text());
    }

    @Test
    void theVersionIsTold() throws Exception {
        Said said = run(Map.of(), "version");
        assertEquals(0, said.status(), said.text());
        assertTrue(said.text().matches("(?s)Countersign \\d+\\.\\d+\\.\\d+.*WildFly.*Keycloak.*"), said.text());
    }

    private record Said(int status, String text) {
        List<String> refused() {
            return text.lines().filter(line -> line.contains("refused  ")).toList();
        }
    }

    private Said doctor(Map<String, String> settings, String... options) throws Exception {
        List<String> words = new ArrayList<>(List.of("doctor"));
        words.addAll(List.of(options));
        return run(settings, words.toArray(String[]::new));
    }

    private Said run(Map<String, String> settings, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(ROOT.resolve("countersign").toAbsolutePath().toString()));
        command.addAll(List.of(words));
        if (!words[0].equals("version")) {
            command.addAll(List.of("--data", data.toString()));
        }
        File output = Files.createTempFile("launcher", ".txt").toFile();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
        builder.environment().keySet().removeIf(name -> name.matches("(COUNTERSIGN|APPROVAL|SLACK|EGRESS|SANDBOX)_.*"));
        builder.environment().putAll(settings);
        int status = builder.start().waitFor();
        String text = Files.readString(output.toPath(), StandardCharsets.UTF_8);
        Files.delete(output.toPath());
        return new Said(status, text);
    }
}
