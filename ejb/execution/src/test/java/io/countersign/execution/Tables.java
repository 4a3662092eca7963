package io.countersign.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** The module's tables, as the migrations make them. */
final class Tables {
    private static final Path MIGRATIONS = Path.of("../schema/src/main/resources/db/migration");
    private static final List<String> OURS = List.of("V5__execution.sql", "V40__kill_switch_owner.sql");

    private Tables() {}

    static void create(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String file : OURS) {
                for (String sql : Files.readString(MIGRATIONS.resolve(file))
                        .replaceAll("--[^\n]*", "")
                        .split(";")) {
                    if (!sql.isBlank()) {
                        statement.execute(sql);
                    }
                }
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
