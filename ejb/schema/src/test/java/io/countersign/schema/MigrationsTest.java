package io.countersign.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same migrations make the same database of H2 and of a real PostgreSQL. */
class MigrationsTest {

    private static TestDatabases databases;

    @BeforeAll
    static void open() throws IOException {
        databases = new TestDatabases();
    }

    @AfterAll
    static void close() throws IOException {
        databases.close();
    }

    @Test
    void bothDatabasesGetTheSameColumnsAndIndexes() throws SQLException {
        DataSource h2 = TestDatabases.h2();
        DataSource real = databases.postgres();
        assertEquals(Migrations.apply(real), Migrations.apply(h2));
        assertTrue(SchemaReader.columns(h2).contains("audit_log seq bigint 0 0 no no null"), () -> "columns of H2");
        assertLines(SchemaReader.columns(real), SchemaReader.columns(h2));
        assertLines(SchemaReader.primaryKeys(real), SchemaReader.primaryKeys(h2));
        assertLines(SchemaReader.constraints(real), SchemaReader.constraints(h2));
        assertLines(
                withoutNamesOfConstraints(SchemaReader.indexes(real)),
                withoutForeignKeyIndexesThatPostgresHasOtherwise(
                        withoutNamesOfConstraints(SchemaReader.indexes(h2)),
                        withoutNamesOfConstraints(SchemaReader.indexes(real))));
    }

    @Test
    void aSecondStartChangesNothing() throws SQLException {
        for (DataSource database : List.of(TestDatabases.h2(), databases.postgres())) {
            String version = Migrations.apply(database);
            assertEquals(version, Migrations.apply(database));
        }
    }

    @Test
    void aChangedHistoryStopsTheStartAndSaysWhatToDo() throws SQLException {
        DataSource h2 = TestDatabases.h2();
        Migrations.apply(h2);
        history(h2, "update \"schema_history\" set \"checksum\" = 1 where \"version\" = '100'");
        SchemaException refusal = assertThrows(SchemaException.class, () -> Migrations.apply(h2));
        assertTrue(refusal.getMessage().contains("cannot be brought to this release's schema"));
        assertTrue(refusal.getMessage().contains("COUNTERSIGN_DB_URL"));
    }

    @Test
    void aDatabaseOfANewerReleaseIsRefusedAndLeftAsItIs() throws SQLException {
        for (DataSource database : List.of(TestDatabases.h2(), databases.postgres())) {
            Migrations.apply(database);
            history(database, """
                    insert into "schema_history" ("installed_rank", "version", "description", "type", "script", "checksum",
                      "installed_by", "execution_time", "success")
                    values (99, '900', 'from the future', 'SQL', 'V900__from_the_future.sql', 1, 'x', 1, true)""");
            Set<String> before = SchemaReader.columns(database);
            SchemaException refusal = assertThrows(SchemaException.class, () -> Migrations.apply(database));
            assertTrue(refusal.getMessage().contains("900"), refusal.getMessage());
            assertEquals(before, SchemaReader.columns(database));
        }
    }

    @Test
    void noMigrationUsesWhatOnlyOneDatabaseKnows() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources/db"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".sql")).toList()) {
                String sql = Files.readString(file).toLowerCase(Locale.ROOT);
                for (String word : Set.of("jsonb", " clob", "auto_increment", " serial", "if not exists")) {
                    assertFalse(sql.contains(word), () -> file + " uses" + word);
                }
            }
        }
    }

    /** H2 makes an index of its own for a foreign key; PostgreSQL must then have one that begins with the same column. */
    private static Set<String> withoutForeignKeyIndexesThatPostgresHasOtherwise(Set<String> h2, Set<String> real) {
        Set<String> left = new TreeSet<>(h2);
        left.removeIf(line -> !real.contains(line)
                && real.stream()
                        .anyMatch(other ->
                                other.contains("unique") && other.startsWith(line.substring(0, line.indexOf(']')))));
        return left;
    }

    private static Set<String> withoutNamesOfConstraints(Set<String> lines) {
        Set<String> left = new TreeSet<>();
        lines.forEach(line -> left.add(line.endsWith(" unique") ? line.replaceAll("\\] .*", "] unique") : line));
        return left;
    }

    static void history(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertTrue(statement.executeUpdate(sql) > 0, sql);
        }
    }

    static void assertLines(Set<String> expected, Set<String> actual) {
        assertEquals(String.join("\n", expected), String.join("\n", actual));
    }
}
