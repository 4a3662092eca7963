package io.countersign.workflows;

import io.countersign.kernel.Refusal;
import io.countersign.kernel.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Cache of published workflows. An entry is valid as long as the stored lock version is the same. Must not be used
 * within a transaction that changes the workflow.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
class WorkflowSnapshotCache {
    private static final int MOST = 500;

    @Resource(lookup = "java:jboss/datasources/CountersignDS")
    private DataSource dataSource;

    private final Map<UUID, WorkflowSnapshot> cached =
            Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<UUID, WorkflowSnapshot> eldest) {
                    return size() > MOST;
                }
            });

    /** The cached one if it is the stored revision, else what is read now; 404 when there is no such workflow. */
    WorkflowSnapshot get(UUID uuid, Supplier<WorkflowSnapshot> read) {
        long revision = revision(uuid).orElseThrow(() -> Refusal.notFound("workflow", uuid));
        WorkflowSnapshot last = cached.get(uuid);
        if (last != null && last.workflow().revision() == revision) {
            return last;
        }
        WorkflowSnapshot now = read.get();
        if (now.workflow().revision() == revision) {
            cached.put(uuid, now);
        }
        return now;
    }

    /** Whether the workflow has been read since the start, at whatever revision. */
    boolean knows(UUID uuid) {
        return cached.containsKey(uuid);
    }

    /** Plain JDBC: a session of the ORM costs more than the question. */
    private OptionalLong revision(UUID uuid) {
        return Sql.one(dataSource, "select lock_version from workflow where uuid = ?", row -> row.getLong(1), uuid)
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }
}
