package io.countersign.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same migrations make the same database of H2 and of a real PostgreSQL. */
class MigrationsTest {

    private static final String CHANGE = UUID.randomUUID().toString();
    private static final String POLICY = UUID.randomUUID().toString();

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    private static DataSource h2() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID()
                + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
        return dataSource;
    }

    @Test
    void bothDatabasesGetTheSameColumnsAndIndexes() throws SQLException {
        DataSource h2 = h2();
        DataSource real = postgres.getPostgresDatabase();
        assertEquals(Migrations.apply(real), Migrations.apply(h2));
        assertTrue(columns(h2).contains("audit_log.seq bigint null null:NO"), () -> "columns of H2");
        assertLines(columns(real), columns(h2));
        assertLines(indexes(real), withoutForeignKeyIndexesThatPostgresHasOtherwise(indexes(h2), indexes(real)));
    }

    @Test
    void aSecondStartChangesNothing() {
        DataSource h2 = h2();
        String version = Migrations.apply(h2);
        assertEquals(version, Migrations.apply(h2));
    }

    @Test
    void aChangedHistoryStopsTheStartAndSaysWhatToDo() throws SQLException {
        DataSource h2 = h2();
        Migrations.apply(h2);
        try (Connection connection = h2.getConnection();
                var statement = connection.createStatement()) {
            assertEquals(
                    1,
                    statement.executeUpdate("update \"schema_history\" set \"checksum\" = 1 where \"version\" = '1'"));
        }
        SchemaException refusal = assertThrows(SchemaException.class, () -> Migrations.apply(h2));
        assertTrue(refusal.getMessage().contains("cannot be brought to this release's schema"));
        assertTrue(refusal.getMessage().contains("COUNTERSIGN_DB_URL"));
    }

    @Test
    void aChangeOfAPolicyThatWaitsSurvives() throws SQLException {
        waitingChangeSurvives(h2());
        try (EmbeddedPostgres other = EmbeddedPostgres.start()) {
            waitingChangeSurvives(other.getPostgresDatabase());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void waitingChangeSurvives(DataSource dataSource) throws SQLException {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .table("schema_history")
                .target("51")
                .load()
                .migrate();
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("insert into approval_policy_change values ('" + CHANGE + "', '" + POLICY
                    + "', 'CREATE', '{\"name\":\"a\"}', null)");
        }
        Migrations.apply(dataSource);
        try (Connection connection = dataSource.getConnection();
                ResultSet row = connection
                        .createStatement()
                        .executeQuery(
                                "select subject_id, payload from approval_change where subject_type = 'policy'")) {
            assertTrue(row.next());
            assertEquals(POLICY, row.getString(1));
            assertEquals("{\"operation\":\"create\",\"policy\":{\"name\":\"a\"}}", row.getString(2));
        }
    }

    @Test
    void noMigrationUsesWhatOnlyOneDatabaseKnows() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
            for (Path file : files.toList()) {
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
        left.removeIf(line -> !real.contains(line) && real.contains(line.replace("unique:false", "unique:true")));
        return left;
    }

    private static void assertLines(Set<String> expected, Set<String> actual) {
        assertEquals(String.join("\n", expected), String.join("\n", actual));
    }

    private static Set<String> columns(DataSource dataSource) throws SQLException {
        Set<String> lines = new TreeSet<>();
        try (Connection connection = dataSource.getConnection();
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("select table_name, column_name, data_type, character_maximum_length, is_nullable"
                                + " from information_schema.columns where table_schema = 'public'"
                                + " and table_name <> 'schema_history'")) {
            while (row.next()) {
                lines.add((row.getString(1) + "." + row.getString(2) + " " + row.getString(3) + " " + row.getString(4)
                                        + " null:")
                                .toLowerCase(Locale.ROOT)
                        + row.getString(5));
            }
        }
        return lines;
    }

    /** Our own indexes (constraints make theirs under names of the database's choice) and unique keys, with their columns. */
    private static Set<String> indexes(DataSource dataSource) throws SQLException {
        Set<String> lines = new TreeSet<>();
        try (Connection connection = dataSource.getConnection();
                ResultSet tables = connection
                        .getMetaData()
                        .getTables(null, "public", null, new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                String table = tables.getString("TABLE_NAME");
                if (table.equals("schema_history")) {
                    continue;
                }
                try (ResultSet index = connection.getMetaData().getIndexInfo(null, "public", table, false, false)) {
                    while (index.next()) {
                        lines.add(table + " (" + index.getInt("ORDINAL_POSITION") + " " + index.getString("COLUMN_NAME")
                                + ") unique:" + !index.getBoolean("NON_UNIQUE"));
                    }
                }
            }
        }
        return lines;
    }
}
