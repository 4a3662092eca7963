package io.countersign.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The real migration's tables. */
final class Tables {

    private Tables() {}

    static void create(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(script("V1__audit.sql"));
            statement.execute(script("V65__audit_by_key.sql"));
        }
    }

    private static String script(String name) {
        try (InputStream in = Tables.class.getResourceAsStream("/db/migration/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
