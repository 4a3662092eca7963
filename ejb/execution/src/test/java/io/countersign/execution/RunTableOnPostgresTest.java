package io.countersign.execution;

import io.countersign.execution.run.RunStatistics;
import io.countersign.execution.run.RunTable;
import io.countersign.execution.run.RunTableTest;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class RunTableOnPostgresTest extends RunTableTest {
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void open() throws IOException {
        postgres = EmbeddedPostgres.start();
        Tables.create(postgres.getPostgresDatabase());
    }

    @AfterAll
    static void close() throws IOException {
        postgres.close();
    }

    @Override
    public RunTable table() {
        return new RunTable(postgres.getPostgresDatabase());
    }

    @Override
    public RunStatistics statistics() {
        return new RunStatistics(postgres.getPostgresDatabase());
    }
}
