package io.countersign.system;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The same edits on PostgreSQL, with a server of its own. */
class EditRacesOnPostgresIT extends EditRaces {
    private static EmbeddedPostgres postgres;
    private static TestServer own;

    @BeforeAll
    static void open() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "200")
                .start();
        own = TestServer.alone("edits-on-postgres", 500)
                .with("COUNTERSIGN_DB_URL", postgres.getJdbcUrl("postgres", "postgres"))
                .with("COUNTERSIGN_DB_USER", "postgres")
                .with("COUNTERSIGN_DB_PASSWORD", "postgres")
                .up();
    }

    @AfterAll
    static void close() throws IOException {
        own.down();
        postgres.close();
    }

    @Override
    TestServer house() {
        return own;
    }
}
