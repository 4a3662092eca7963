package io.countersign.system;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * Makes the fixture of the release that is checked out, before its schema is changed. No suite runs it; docs/changing-it.md
 * says when to: {@code mvn -Dquick -pl ear/system-tests -am verify -Dit.test=MakeReleaseFixture -Dtest=None ...}.
 */
class MakeReleaseFixture {
    private static final String H2 = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
    /** Requests must still be pending when a later release opens them, whenever that is built. */
    private static final List<String> FOR_EVER = List.of(
            "update approval_request set expires_at = timestamp with time zone '2999-01-01 00:00:00+00', due_at = null"
                    + " where status = 'PENDING'",
            "update approval_delegation set to_time = timestamp with time zone '2999-01-01 00:00:00+00'");

    @Test
    void h2() throws Exception {
        TestServer house = server("release-h2", 700);
        house.up();
        Properties known = new ReleaseFixture(house).fill();
        house.down();
        Path database = house.data.resolve("db/countersign");
        String version;
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + database + H2, "sa", "sa")) {
            version = prepare(connection);
            connection.createStatement().execute("shutdown compact");
        }
        Path folder = Files.createDirectories(ReleaseFixture.FOLDER.resolve(version));
        Files.copy(
                database.resolveSibling("countersign.mv.db"),
                folder.resolve("countersign.mv.db"),
                StandardCopyOption.REPLACE_EXISTING);
        ReleaseFixture.write(known, folder.resolve("h2.properties"));
    }

    @Test
    void postgres() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            TestServer house = server("release-postgres", 800)
                    .with("COUNTERSIGN_DB_URL", postgres.getJdbcUrl("postgres", "postgres"))
                    .with("COUNTERSIGN_DB_USER", "postgres")
                    .with("COUNTERSIGN_DB_PASSWORD", "postgres");
            house.up();
            Properties known = new ReleaseFixture(house).fill();
            house.down();
            DataSource database = postgres.getPostgresDatabase();
            try (Connection connection = database.getConnection()) {
                String version = prepare(connection);
                Path folder = Files.createDirectories(ReleaseFixture.FOLDER.resolve(version));
                Files.writeString(folder.resolve("postgres.sql"), schema() + rows(connection));
                ReleaseFixture.write(known, folder.resolve("postgres.properties"));
            }
        }
    }

    private static TestServer server(String name, int offset) {
        FakeServices doubles = FakeServices.get();
        return TestServer.alone(name, offset)
                .with("COUNTERSIGN_SERVER_KEY", ReleaseFixture.SERVER_KEY)
                .with("APPROVAL_NOTIFIER", "slack")
                .with("APPROVAL_DEFAULT_CHANNEL", Receiver.NO_SUCH_CHANNEL)
                .with("SLACK_BASE_URL", doubles.slack.url().toString())
                .with("SLACK_BOT_TOKEN", "xoxb-system-tests");
    }

    private static String prepare(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String sql : FOR_EVER) {
                statement.executeUpdate(sql);
            }
            try (ResultSet row = statement.executeQuery(
                    "select \"version\" from \"schema_history\" where \"success\" order by \"installed_rank\" desc")) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** The statements that made the schema of this release, in order. */
    private static String schema() throws IOException {
        Path database = ReleaseFixture.FOLDER.resolve("../../../main/resources/db");
        StringBuilder all = new StringBuilder("-- The schema, as this release's migrations make it.\n");
        try (Stream<Path> files =
                Stream.concat(Files.list(database.resolve("schema")), Files.list(database.resolve("changes")))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".sql"))
                    .sorted(Comparator.comparingInt(MakeReleaseFixture::version))
                    .toList()) {
                all.append("\n-- ").append(file.getFileName()).append('\n').append(Files.readString(file));
            }
        }
        return all.append("""

                create table schema_history (
                  installed_rank integer not null primary key, version varchar(50), description varchar(200) not null,
                  type varchar(20) not null, script varchar(1000) not null, checksum integer,
                  installed_by varchar(100) not null, installed_on timestamp not null default now(),
                  execution_time integer not null, success boolean not null
                );

                -- The rows, as this release wrote them.
                delete from audit_head;
                """).toString();
    }

    private static int version(Path file) {
        return Integer.parseInt(file.getFileName().toString().replaceAll("^V(\\d+)__.*$", "$1"));
    }

    private static String rows(Connection connection) throws SQLException {
        StringBuilder all = new StringBuilder();
        List<String> tables = new ArrayList<>();
        try (ResultSet row = connection.createStatement().executeQuery("""
                select table_name from information_schema.tables where table_schema = 'public'
                order by case table_name when 'workflow' then 0 else 1 end, table_name""")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        for (String table : tables) {
            try (ResultSet row = connection.createStatement().executeQuery("select * from " + table + " order by 1")) {
                while (row.next()) {
                    all.append(insert(table, row));
                }
            }
        }
        return all.append(identity(connection)).toString();
    }

    private static String insert(String table, ResultSet row) throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            names.add(row.getMetaData().getColumnName(i));
            String text = row.getString(i);
            values.add(text == null ? "null" : "'" + text.replace("'", "''") + "'");
        }
        return "insert into " + table + " (" + String.join(", ", names) + ") values (" + String.join(", ", values)
                + ");\n";
    }

    /** Numbers that the database gives out go on after those that it gave. */
    private static String identity(Connection connection) throws SQLException {
        try (ResultSet row = connection
                .createStatement()
                .executeQuery("select nextval(pg_get_serial_sequence('audit_staging', 'id'))")) {
            row.next();
            return "alter table audit_staging alter column id restart with " + row.getLong(1) + ";\n";
        }
    }
}
