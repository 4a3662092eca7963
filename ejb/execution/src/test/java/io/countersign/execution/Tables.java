package io.countersign.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The module's tables, as the migration makes them. */
final class Tables {
    private static final Path MIGRATION = Path.of("../schema/src/main/resources/db/migration/V5__execution.sql");

    private Tables() {}

    static void create(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql :
                    Files.readString(MIGRATION).replaceAll("--[^\n]*", "").split(";")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
