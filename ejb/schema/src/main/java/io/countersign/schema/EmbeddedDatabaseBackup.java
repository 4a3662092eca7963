package io.countersign.schema;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A copy of an embedded database in a file, made before its schema is changed: H2 commits each change of a schema by itself,
 * so a crash in the middle would leave neither the old schema nor the new one. PostgreSQL takes all of them or none.
 */
final class EmbeddedDatabaseBackup {

    private static final System.Logger LOG = System.getLogger(EmbeddedDatabaseBackup.class.getName());
    private static final String PATH = "select database_path()";

    private EmbeddedDatabaseBackup() {}

    /**
     * Writes {@code before-upgrade.zip} beside the database's file; nothing for a database in memory or of another kind.
     *
     * @throws SchemaException if it cannot be written: the upgrade must not begin then
     */
    static void before(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            Optional<Path> file = file(connection);
            if (file.isPresent()) {
                Path copy = file.get().resolveSibling("before-upgrade.zip");
                if (Files.exists(copy)) {
                    throw new SchemaException(
                            "An upgrade of the database has begun before and did not end. Put back what " + copy
                                    + " holds, remove it, and start again (nothing was changed)");
                }
                try (PreparedStatement backup = connection.prepareStatement("backup to ?")) {
                    backup.setString(1, copy.toString());
                    backup.execute();
                }
                LOG.log(System.Logger.Level.INFO, () -> "The database as it was before the upgrade is in " + copy);
            }
        } catch (SQLException e) {
            throw new SchemaException(
                    "The database cannot be copied before the upgrade: " + e.getMessage() + " (nothing was changed)",
                    e);
        }
    }

    private static Optional<Path> file(Connection connection) throws SQLException {
        if (!connection.getMetaData().getDatabaseProductName().equals("H2")) {
            return Optional.empty();
        }
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(PATH)) {
            return row.next() ? Optional.ofNullable(row.getString(1)).map(Path::of) : Optional.empty();
        }
    }
}
