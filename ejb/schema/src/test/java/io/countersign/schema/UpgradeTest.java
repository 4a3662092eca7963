package io.countersign.schema;

import static io.countersign.schema.MigrationsTest.assertLines;
import static io.countersign.schema.MigrationsTest.history;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that the release before has filled is opened by this one, and nothing of it is lost. */
class UpgradeTest {

    private static final Map<String, String> RENAMED =
            Map.of("audit_inbox", "audit_staging", "web_remembered_answer", "web_stored_response");
    /** What only a Keycloak, guarded tools of a module of one's own or a server without a key of its own fill. */
    private static final List<String> EMPTY = List.of(
            "approval_tool",
            "approval_tool_run",
            "audit_staging",
            "directory_snapshot",
            "directory_snapshot_part",
            "person",
            "server_secret");

    private static TestDatabases databases;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() throws IOException {
        databases = new TestDatabases();
    }

    @AfterAll
    static void close() throws IOException {
        databases.close();
    }

    @Test
    void anUpgradedSchemaIsThatOfANewDatabase() throws Exception {
        DataSource freshH2 = TestDatabases.h2();
        DataSource upgradedH2 = TestDatabases.h2Of(Origin.LAST_EARLIER, folder);
        assertEquals(Migrations.apply(freshH2), Migrations.apply(upgradedH2));
        assertSame(freshH2, upgradedH2);
        DataSource fresh = databases.postgres();
        DataSource upgraded = databases.postgresOf(Origin.LAST_EARLIER);
        assertEquals(Migrations.apply(fresh), Migrations.apply(upgraded));
        assertSame(fresh, upgraded);
    }

    private static void assertSame(DataSource fresh, DataSource upgraded) throws SQLException {
        assertLines(SchemaReader.columns(fresh), SchemaReader.columns(upgraded));
        assertLines(SchemaReader.primaryKeys(fresh), SchemaReader.primaryKeys(upgraded));
        assertLines(SchemaReader.constraints(fresh), SchemaReader.constraints(upgraded));
        assertLines(SchemaReader.indexes(fresh), SchemaReader.indexes(upgraded));
    }

    @Test
    void everyRowIsThereAndEveryTableHadSome() throws Exception {
        for (DataSource database : released()) {
            Map<String, Long> before = new TreeMap<>();
            SchemaReader.counts(database)
                    .forEach((table, rows) -> before.put(RENAMED.getOrDefault(table, table), rows));
            List<String> idle = before.entrySet().stream()
                    .filter(table -> table.getValue() == 0)
                    .map(Map.Entry::getKey)
                    .filter(table -> !EMPTY.contains(table))
                    .toList();
            assertEquals(List.of(), idle, "tables that the fixture leaves empty");
            Map<String, String> contents = contents(database);
            Migrations.apply(database);
            Map<String, Long> kept = new TreeMap<>(SchemaReader.counts(database));
            // tables that came later are empty
            kept.entrySet().removeIf(table -> !before.containsKey(table.getKey()) && table.getValue() == 0);
            assertEquals(before, kept);
            Map<String, String> after = contents(database);
            contents.forEach((table, rows) -> assertEquals(rows, asBefore(rows, after.get(table)), table));
        }
    }

    @Test
    void aSecondStartOfAnUpgradedDatabaseChangesNothing() throws Exception {
        for (DataSource database : released()) {
            String version = Migrations.apply(database);
            assertEquals(version, Migrations.apply(database));
        }
    }

    @Test
    void anOlderDatabaseIsRefusedWithWhatToDoAndLeftAsItIs() throws Exception {
        for (DataSource database : released()) {
            history(database, "delete from \"schema_history\" where \"version\" in ('90', '91')");
            var before = SchemaReader.columns(database);
            SchemaException refusal = assertThrows(SchemaException.class, () -> Migrations.apply(database));
            assertTrue(
                    refusal.getMessage().contains("has schema 80; this release upgrades from schema 91 only"),
                    refusal.getMessage());
            assertTrue(refusal.getMessage().contains("Start the last release with schema 91 on it once"));
            assertEquals(before, SchemaReader.columns(database));
        }
    }

    @Test
    void aDatabaseInAFileIsCopiedBeforeItIsUpgradedAndOnlyThen() throws Exception {
        DataSource database = TestDatabases.h2Of(Origin.LAST_EARLIER, folder);
        Path copy = folder.resolve("before-upgrade.zip");
        Migrations.apply(database);
        long size = Files.size(copy);
        assertTrue(size > 0);
        Files.delete(copy);
        Migrations.apply(database);
        assertFalse(Files.exists(copy), "the second start upgrades nothing");
    }

    @Test
    void anUpgradeThatWasCutShortIsNotTriedAgainOnWhatItLeft() throws Exception {
        DataSource database = TestDatabases.h2Of(Origin.LAST_EARLIER, folder);
        Files.writeString(folder.resolve("before-upgrade.zip"), "what an upgrade wrote that then crashed");
        SchemaException refusal = assertThrows(SchemaException.class, () -> Migrations.apply(database));
        assertTrue(refusal.getMessage().contains("Put back what"), refusal.getMessage());
        assertEquals("what an upgrade wrote that then crashed", Files.readString(folder.resolve("before-upgrade.zip")));
    }

    private List<DataSource> released() throws IOException, SQLException {
        return List.of(
                TestDatabases.h2Of(Origin.LAST_EARLIER, Files.createDirectories(folder.resolve("h2"))),
                databases.postgresOf(Origin.LAST_EARLIER));
    }

    /** Every value of every table, in an order of its own: columns may have got other names. */
    /** Each row as far as it was there before: columns that came later stand behind. */
    private static String asBefore(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        return old.size() != now.size()
                ? after
                : IntStream.range(0, now.size())
                        .mapToObj(i -> now.get(i).startsWith(old.get(i)) ? old.get(i) : now.get(i))
                        .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> contents(DataSource database) throws SQLException {
        Map<String, String> contents = new TreeMap<>();
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (String table : SchemaReader.counts(database).keySet()) {
                try (ResultSet row = statement.executeQuery("select * from " + table)) {
                    contents.put(RENAMED.getOrDefault(table, table), rows(row));
                }
            }
        }
        return contents;
    }

    private static String rows(ResultSet row) throws SQLException {
        Stream.Builder<String> lines = Stream.builder();
        while (row.next()) {
            StringBuilder line = new StringBuilder();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                line.append(row.getString(i)).append('|');
            }
            lines.add(line.toString());
        }
        return lines.build().sorted().collect(Collectors.joining("\n"));
    }
}
