package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.countersign.security.Tokens;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The same races on PostgreSQL 18, with a server of its own. */
class RacesOnPostgresIT extends Races {
    private static EmbeddedPostgres postgres;
    private static TestServer own;

    @BeforeAll
    static void open() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "200")
                .start();
        own = TestServer.aloneWithKeycloak("postgres", 300)
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

    /** Put where minting puts them, so that many people hold one; nothing is delivered in this house. */
    @Override
    List<String> links(String approval, int wanted) throws SQLException {
        List<String> tokens = new ArrayList<>();
        String sql = "insert into approval_token (token_hash, request_uuid, input_revision, person, minted_at)"
                + " select ?, id, input_revision, ?, now() from approval_request where id = ?";
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < wanted; i++) {
                String token = Tokens.mint();
                insert.setString(1, Tokens.hash(token));
                insert.setString(2, "person" + i);
                insert.setObject(3, UUID.fromString(approval));
                assertEquals(1, insert.executeUpdate());
                tokens.add(token);
            }
        }
        return tokens;
    }
}
