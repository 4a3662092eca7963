package io.countersign.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFilesTest {
    @TempDir
    Path folder;

    @Test
    void aFileStandsForItsSettingByBothNames() throws IOException {
        Path file = Files.writeString(folder.resolve("slack"), "xoxb-1 \n");
        SecretFiles files = new SecretFiles(Map.of("SLACK_BOT_TOKEN_FILE", file.toString()));
        assertEquals("xoxb-1 ", files.getValue("slack.bot.token"));
        assertEquals("xoxb-1 ", files.getValue("SLACK_BOT_TOKEN"));
        assertEquals(Set.of("SLACK_BOT_TOKEN"), files.getPropertyNames());
        assertNull(files.getValue("slack.app.token"));
    }

    @Test
    void aFileThatCannotBeReadIsSaidAndNotTakenForNoSecret() {
        SecretFiles files = new SecretFiles(
                Map.of("OKTA_API_TOKEN_FILE", folder.resolve("gone").toString()));
        String message = assertThrows(UncheckedIOException.class, () -> files.getValue("okta.api.token"))
                .getMessage();
        assertTrue(message.contains("OKTA_API_TOKEN_FILE"), message);
    }

    @Test
    void configurationFindsIt() {
        assertTrue(ServiceLoader.load(ConfigSource.class).stream()
                .anyMatch(provider -> provider.type().equals(SecretFiles.class)));
    }

    @Test
    void aFileWinsOverTheEnvironment() {
        assertTrue(new SecretFiles(Map.of()).getOrdinal() > 300);
    }
}
