package io.countersign.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The database of the audit log. A connection opened within a transaction belongs to that transaction. */
@ApplicationScoped
class AuditDatabase {

    @Resource(lookup = "java:jboss/datasources/CountersignDS")
    private @Nullable DataSource dataSource;

    AuditDatabase() {}

    AuditDatabase(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What is done with a connection. */
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Runs the work on one connection and closes it. */
    <T> T call(Work<T> work) {
        if (dataSource == null) {
            throw new IllegalStateException("no datasource");
        }
        try (Connection connection = dataSource.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new AuditUnavailableException(e);
        }
    }
}
