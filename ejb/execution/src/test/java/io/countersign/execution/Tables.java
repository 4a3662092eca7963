package io.countersign.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The module's tables, as the migrations make them. */
public final class Tables {
    private static final Path SCHEMA = Path.of("../schema/src/main/resources/db/schema/V100__schema.sql");

    private static final Path CALLS = Path.of("../schema/src/main/resources/db/changes/V102__tool_calls.sql");

    private Tables() {}

    public static void create(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(SCHEMA));
            statement.execute(Files.readString(CALLS));
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
