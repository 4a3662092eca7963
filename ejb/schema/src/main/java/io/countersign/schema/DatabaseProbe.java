package io.countersign.schema;

import io.countersign.health.Probe;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/** Whether the database answers, asked on another thread so that a pool without connections cannot hold the health page up. */
final class DatabaseProbe implements Probe {

    private static final int SECONDS = 2;

    private final DataSource dataSource;
    private final ExecutorService executor;
    private final String version;

    DatabaseProbe(DataSource dataSource, ExecutorService executor, String version) {
        this.dataSource = dataSource;
        this.executor = executor;
        this.version = version;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Result check() {
        try {
            Future<Boolean> answer = executor.submit(this::answers);
            return answer.get(SECONDS, TimeUnit.SECONDS)
                    ? Result.working(Map.of("schema", version))
                    : Result.down("the connection is not valid");
        } catch (TimeoutException e) {
            return Result.down("no answer within " + SECONDS + " seconds");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            return Result.down(cause == null ? "failed" : String.valueOf(cause.getMessage()));
        } catch (RejectedExecutionException e) {
            return Result.down("shutting down");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Result.down("interrupted");
        }
    }

    private boolean answers() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(SECONDS);
        }
    }
}
