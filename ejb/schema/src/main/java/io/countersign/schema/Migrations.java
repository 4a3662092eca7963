package io.countersign.schema;

import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;

/** The migrations below {@code db/migration}, applied in order. */
final class Migrations {

    private static final Logger LOG = Logger.getLogger(Migrations.class.getName());

    private Migrations() {}

    /**
     * Applies what is missing and answers the schema's version.
     *
     * @throws SchemaException if the database cannot be brought to this release's schema
     */
    static String apply(DataSource dataSource) {
        try {
            MigrateResult result = flyway(dataSource).migrate();
            String version = Optional.ofNullable(result.targetSchemaVersion).orElse(result.initialSchemaVersion);
            LOG.log(Level.INFO, "Database schema {0}: {1} migrations applied", new Object[] {
                version, result.migrationsExecuted
            });
            return String.valueOf(version);
        } catch (FlywayException e) {
            throw new SchemaException(
                    "The database cannot be brought to this release's schema: " + e.getMessage()
                            + " (nothing was started; check COUNTERSIGN_DB_URL, or restore the backup that fits this release)",
                    e);
        }
    }

    private static Flyway flyway(DataSource dataSource) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                .table("schema_history")
                .connectRetries(30)
                .load();
    }
}
