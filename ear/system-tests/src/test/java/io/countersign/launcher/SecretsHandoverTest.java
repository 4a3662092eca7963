package io.countersign.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the launcher hands secrets to the server: in a file that it reads at start, never in its environment. */
class SecretsHandoverTest {
    private static final Path LAUNCHER = Path.of(System.getProperty("countersign.root", "../.."))
            .resolve("ear/launcher")
            .toAbsolutePath();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                " leads and ends ",
                "a\\b\\u0041",
                "#!=: ",
                "two\nlines\tand a tab",
                "$HOME`id`\"'",
                "töken €uro 😀",
                "%s%n\\"
            })
    void everyValueArrivesAsItIs(String value) throws Exception {
        Properties read = new Properties();
        read.load(new StringReader(bash(Map.of("SECRET_ODD", value), "property SECRET_ODD \"$SECRET_ODD\"")));
        assertEquals(value, read.getProperty("SECRET_ODD"));
    }

    @Test
    void theFileHasEverySecretByBothNamesAndNothingElse() throws Exception {
        String said = bash(
                Map.of("SLACK_BOT_TOKEN", "xoxb", "SECRET_FIREWALL_API_KEY", "fw", "COUNTERSIGN_BASE_URL", "http://a"),
                "RUN=" + folder + " DB_URL='jdbc:h2:x;A=B'; write_handover; cat $HANDOVER");
        Properties read = new Properties();
        read.load(new StringReader(said));
        assertEquals("xoxb", read.getProperty("slack.bot.token"));
        assertEquals("fw", read.getProperty("SECRET_FIREWALL_API_KEY"));
        assertEquals("jdbc:h2:x;A=B", read.getProperty("countersign.db.url"));
        assertFalse(read.containsKey("countersign.base.url"), said);
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("handover.properties"))));
    }

    @Test
    void whatIsStartedHasNoSecretsButThoseNamed() throws Exception {
        String said = bash(
                Map.of(
                        "SLACK_BOT_TOKEN",
                        "xoxb",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        "pw",
                        "COUNTERSIGN_BASE_URL",
                        "http://a"),
                "RUN=" + folder + " DATA=" + folder
                        + "; hide_secrets KC_BOOTSTRAP_ADMIN_PASSWORD; is_ours() { return 0; }; spawn it " + folder
                        + "/log env; sleep 0.5; wait; cat " + folder + "/log");
        assertFalse(said.contains("SLACK_BOT_TOKEN"), said);
        assertTrue(said.contains("KC_BOOTSTRAP_ADMIN_PASSWORD=pw"), said);
        assertTrue(said.contains("COUNTERSIGN_BASE_URL=http://a"), said);
    }

    @Test
    void aFileStandsForItsVariableAndTheVariableWins() throws Exception {
        Path file = Files.writeString(folder.resolve("value"), "from-file\n");
        String print = "read_secret_files; printf %s \"$SMTP_PASSWORD\"";
        assertEquals("from-file", bash(Map.of("SMTP_PASSWORD_FILE", file.toString()), print));
        assertEquals("set", bash(Map.of("SMTP_PASSWORD_FILE", file.toString(), "SMTP_PASSWORD", "set"), print));
        String said = bash(Map.of("SMTP_PASSWORD_FILE", folder.resolve("gone").toString()), print);
        assertTrue(said.contains("SMTP_PASSWORD_FILE names ") && said.contains("cannot be read"), said);
    }

    private String bash(Map<String, String> environment, String script) throws IOException, InterruptedException {
        String parts =
                "set -euo pipefail; for p in say process-table process secrets; do . " + LAUNCHER + "/$p.sh; done; ";
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", parts + script).redirectErrorStream(true);
        Map<String, String> own = new HashMap<>(environment);
        own.put("PATH", System.getenv("PATH"));
        own.put("LC_ALL", "C.UTF-8");
        builder.environment().clear();
        builder.environment().putAll(own);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
