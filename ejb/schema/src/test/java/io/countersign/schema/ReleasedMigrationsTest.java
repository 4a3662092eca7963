package io.countersign.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A migration that somebody's database has applied stays as it is, comments too: a change is a new migration. */
class ReleasedMigrationsTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db");
    private static final Path LIST = Path.of("src/test/resources/released/migrations.sha256");
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (\\S+)");

    @Test
    void everyMigrationIsAsItWasListed() throws IOException {
        assertEquals(
                listed(),
                present(),
                "A migration that is listed must not be edited: write a new one, V<next>__<what>.sql in db/changes,"
                        + " and add its line to " + LIST);
    }

    private static Map<String, String> listed() throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (String line : Files.readAllLines(LIST)) {
            Matcher parts = LINE.matcher(line);
            if (parts.matches()) {
                digests.put(parts.group(2), parts.group(1));
            }
        }
        return digests;
    }

    private static Map<String, String> present() throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (var files = Files.walk(MIGRATIONS)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".sql")).toList()) {
                digests.put(MIGRATIONS.relativize(file).toString(), sha256(Files.readAllBytes(file)));
            }
        }
        return digests;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
