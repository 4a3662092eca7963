package io.countersign.workflows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Locks a workflow's row against edits while the caller checks that it still is what was read: it waits for an edit in
 * progress, and later edits wait for the end of the caller's transaction. PostgreSQL takes a shared lock. H2 has no
 * shared row lock, so callers take turns.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
class WorkflowEditLock {
    private static final String LOOK =
            "select lock_version, binding_sha256, state, archived_at from workflow where uuid = ? for ";

    @Resource(lookup = "java:jboss/datasources/CountersignDS")
    private DataSource dataSource;

    protected WorkflowEditLock() {}

    WorkflowEditLock(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Whether the workflow may run and nothing that agreements are bound to has changed since it was read. */
    boolean binds(WorkflowSnapshot read) {
        Workflow workflow = read.workflow();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(LOOK + lock(connection))) {
            statement.setObject(1, workflow.uuid());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && (row.getLong(1) == workflow.revision() || bindsNow(read.bindingSha256(), row));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Workflow " + workflow.uuid() + " could not be looked at", e);
        }
    }

    /** A later revision may have another name only. */
    private static boolean bindsNow(String binding, ResultSet row) throws SQLException {
        return row.getString(2).equals(binding)
                && row.getString(3).equals(WorkflowState.ACTIVE.wire())
                && row.getObject(4) == null;
    }

    private static String lock(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL") ? "share" : "update";
    }
}
