package io.countersign.schema;

import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * Brings a database to the schema of this release. Version 100 is the schema itself for a database without tables, and a
 * step from the schema of the release before for one that has it; whatever comes after is below {@code db/changes} for both.
 */
final class Migrations {

    /** The schema of a new database. */
    static final String NEW = "classpath:db/schema";
    /** From the last schema of the earlier numbering, see {@link Origin}. */
    static final String UPGRADE = "classpath:db/upgrade-from-" + Origin.LAST_EARLIER;
    /** What every database gets. */
    static final String COMMON = "classpath:db/changes";

    private static final System.Logger LOG = System.getLogger(Migrations.class.getName());

    private Migrations() {}

    /**
     * Applies what is missing and answers the schema's version.
     *
     * @throws SchemaException if the database cannot be brought to this release's schema
     */
    static String apply(DataSource dataSource) {
        try {
            Origin origin =
                    Origin.of(configuration(dataSource).locations(COMMON).load().info());
            if (origin == Origin.RELEASE_BEFORE) {
                EmbeddedDatabaseBackup.before(dataSource);
            }
            MigrateResult result = flyway(dataSource, origin).migrate();
            String version = Optional.ofNullable(result.targetSchemaVersion).orElse(result.initialSchemaVersion);
            LOG.log(System.Logger.Level.INFO, "Database schema {0}: {1} migrations applied", new Object[] {
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

    private static Flyway flyway(DataSource dataSource, Origin origin) {
        FluentConfiguration configuration = configuration(dataSource);
        return switch (origin) {
            case NEW -> configuration.locations(NEW, COMMON).load();
            // the migrations that made its first schema are in no release any more
            case RELEASE_BEFORE, UPGRADED ->
                configuration
                        .locations(UPGRADE, COMMON)
                        .ignoreMigrationPatterns("versioned:missing")
                        .load();
        };
    }

    private static FluentConfiguration configuration(DataSource dataSource) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                // of a newer release nothing is known: it is refused, not ignored
                .ignoreMigrationPatterns(new String[0])
                .table("schema_history")
                .connectRetries(30);
    }
}
