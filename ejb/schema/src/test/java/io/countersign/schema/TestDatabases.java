package io.countersign.schema;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Databases as the server has them: empty ones, and those that the release before has filled. */
final class TestDatabases implements AutoCloseable {

    private static final String H2 = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
    private static final Path RELEASED = Path.of("src/test/resources/released");

    private final EmbeddedPostgres postgres;

    TestDatabases() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    static DataSource h2() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID() + H2 + ";DB_CLOSE_DELAY=-1");
        return dataSource;
    }

    /** The release's database in a copy of its file. */
    static DataSource h2Of(int schema, Path folder) throws IOException {
        Files.copy(RELEASED.resolve(schema + "/countersign.mv.db"), folder.resolve("countersign.mv.db"));
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:file:" + folder.resolve("countersign").toAbsolutePath() + H2);
        dataSource.setUser("sa");
        dataSource.setPassword("sa");
        return dataSource;
    }

    DataSource postgres() throws SQLException {
        String name = "d" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setURL(postgres.getJdbcUrl("postgres", name));
        return dataSource;
    }

    /** The release's database, put back from its dump. */
    DataSource postgresOf(int schema) throws IOException, SQLException {
        DataSource dataSource = postgres();
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(Files.readString(RELEASED.resolve(schema + "/postgres.sql"), StandardCharsets.UTF_8));
        }
        return dataSource;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
