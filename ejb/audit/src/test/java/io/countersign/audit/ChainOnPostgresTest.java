package io.countersign.audit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class ChainOnPostgresTest extends ChainTest {

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException, SQLException {
        postgres = EmbeddedPostgres.start();
        Tables.create(postgres.getPostgresDatabase());
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        commit(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("truncate audit_staging, audit_log");
                statement.execute("update audit_head set seq = 0, hash = '" + Chain.GENESIS + "'");
            }
        });
    }

    @Override
    DataSource database() {
        return postgres.getPostgresDatabase();
    }
}
