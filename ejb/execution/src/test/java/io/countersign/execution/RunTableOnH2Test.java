package io.countersign.execution;

import io.countersign.execution.run.RunStatistics;
import io.countersign.execution.run.RunTable;
import io.countersign.execution.run.RunTableTest;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class RunTableOnH2Test extends RunTableTest {
    private static JdbcConnectionPool pool;

    @BeforeAll
    static void open() {
        pool = JdbcConnectionPool.create(
                "jdbc:h2:mem:runs;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1", "sa", "sa");
        Tables.create(pool);
    }

    @AfterAll
    static void close() {
        pool.dispose();
    }

    @Override
    public RunTable table() {
        return new RunTable(pool);
    }

    @Override
    public RunStatistics statistics() {
        return new RunStatistics(pool);
    }
}
