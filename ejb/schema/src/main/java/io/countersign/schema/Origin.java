package io.countersign.schema;

import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;

/** How a database began: that decides which migration makes version 100 of it. */
enum Origin {
    /** It has no tables yet, or began with the schema of version 100. */
    NEW,
    /** It has the last schema of the earlier numbering. */
    RELEASE_BEFORE,
    /** It had that schema and was upgraded. */
    UPGRADED;

    /** The last version of the earlier numbering; this release upgrades from no other of them. */
    static final int LAST_EARLIER = 91;

    private static final MigrationVersion LAST = MigrationVersion.fromVersion(String.valueOf(LAST_EARLIER));
    private static final MigrationVersion SQUASHED = MigrationVersion.fromVersion("100");

    /**
     * Where the database comes from, by its history.
     *
     * @throws SchemaException if it is older than what this release upgrades from
     */
    static Origin of(MigrationInfoService history) {
        List<MigrationVersion> applied = Arrays.stream(history.applied())
                .filter(one -> !one.getState().isFailed())
                .map(MigrationInfo::getVersion)
                .toList();
        List<MigrationVersion> earlier =
                applied.stream().filter(one -> one.compareTo(SQUASHED) < 0).toList();
        if (earlier.isEmpty()) {
            return NEW;
        }
        if (!earlier.contains(LAST)) {
            throw new SchemaException("The database has schema "
                    + earlier.stream().max(MigrationVersion::compareTo).orElseThrow()
                    + "; this release upgrades from schema "
                    + LAST_EARLIER + " only. Start the last release with schema " + LAST_EARLIER
                    + " on it once, then this one (nothing was changed; docs/operations.md, \"Upgrades\")");
        }
        return applied.size() == earlier.size() ? RELEASE_BEFORE : UPGRADED;
    }
}
