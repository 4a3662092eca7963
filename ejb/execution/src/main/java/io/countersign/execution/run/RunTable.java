package io.countersign.execution.run;

import io.countersign.execution.CalledTool;
import io.countersign.execution.Run;
import io.countersign.kernel.Sql;
import io.countersign.security.OrganizationScope;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The rows of runs, changed by conditional updates that are named for their meaning. Plain JDBC: these statements are the
 * hot path, and each is its own rule. Within a transaction they join it; without one each commits by itself.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class RunTable {
    private static final String JOB = "uuid, workflow_uuid, workflow_name, trigger_type, requested_by, trigger_context,"
            + " arguments, arguments_sha256, code_version, sha256, binding_sha256, time_saved_minutes, queued_at,"
            + " approval_request_uuid, organization_id, kind, tool_name, mcp_server_uuid";

    @Resource(lookup = "java:jboss/datasources/CountersignDS")
    private DataSource dataSource;

    protected RunTable() {}

    public RunTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Adds a queued run; a second one for the same approval breaks the unique constraint and with it the transaction. */
    public void insert(QueuedRun job, Instant dueAt) {
        CalledTool tool = job.tool();
        Sql.update(
                dataSource,
                "insert into run (" + JOB + ", status, attempt_count, due_at)"
                        + " values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,'queued',0,?)",
                job.uuid(),
                job.workflowUuid(),
                job.workflowName(),
                job.triggerType(),
                job.requestedBy(),
                RunJson.object(job.triggerContext()),
                RunJson.object(job.arguments()),
                job.argumentsSha256(),
                job.codeVersion(),
                job.sha256(),
                job.bindingSha256(),
                job.timeSavedMinutes(),
                job.queuedAt(),
                job.approvalRequestUuid(),
                job.organizationId(),
                job.kind().toString(),
                tool == null ? null : tool.name(),
                tool == null ? null : tool.server(),
                dueAt);
    }

    public Optional<QueuedRun> job(UUID uuid) {
        return Sql.one(dataSource, "select " + JOB + " from run where uuid = ?", RunRows::job, uuid);
    }

    /** queued → running, for this node; false when somebody else was first or it was cancelled. */
    boolean claim(UUID uuid, String node, Instant now, Instant leaseUntil) {
        return Sql.update(dataSource, """
                        update run set status = 'running', node = ?, lease_until = ?, started_at = ?,
                        attempt_count = 1, due_at = null where uuid = ? and status = 'queued'""", node, leaseUntil, now, uuid) == 1;
    }

    /** Leaves a queued run queued, to be looked at again later. */
    public void hold(UUID uuid, Instant dueAt) {
        Sql.update(dataSource, "update run set due_at = ? where uuid = ? and status = 'queued'", dueAt, uuid);
    }

    /** Makes every queued run due at once. */
    public void releaseHeld(Instant now) {
        Sql.update(dataSource, "update run set due_at = ? where status = 'queued' and due_at > ?", now, now);
    }

    /** running, and ours → final; false when the lease was lost. */
    boolean finish(UUID uuid, String node, RunCompletion finish) {
        return Sql.update(
                        dataSource,
                        """
                        update run set status = ?, attempt_count = ?, log = ?, http_calls = ?, result = ?, error = ?,
                        duration_ms = ?, completed_at = ?, lease_until = null
                        where uuid = ? and status = 'running' and node = ?""",
                        finish.status().wire(),
                        finish.attempts(),
                        RunJson.log(finish.log()),
                        RunJson.calls(finish.calls()),
                        RunJson.object(finish.result()),
                        RunJson.object(finish.error()),
                        finish.durationMs(),
                        finish.completedAt(),
                        uuid,
                        node)
                == 1;
    }

    /** queued → a final status without having run; false when it is not queued any more. */
    boolean finishQueued(UUID uuid, RunCompletion finish) {
        return Sql.update(
                        dataSource,
                        """
                        update run set status = ?, error = ?, completed_at = ?, due_at = null
                        where uuid = ? and status = 'queued'""",
                        finish.status().wire(),
                        RunJson.object(finish.error()),
                        finish.completedAt(),
                        uuid)
                == 1;
    }

    /** Asks whichever node runs it to stop; false when it is not running any more. */
    public boolean askToStop(UUID uuid, String reason) {
        return Sql.update(dataSource, """
                        update run set cancel_reason = ? where uuid = ? and status = 'running'
                        and cancel_reason is null""", reason, uuid) == 1;
    }

    /** This node's runs that were asked to stop, with the reason. */
    public List<Stop> toStop(String node) {
        return Sql.list(dataSource, """
                select uuid, cancel_reason from run where status = 'running' and node = ?
                and cancel_reason is not null""", row -> new Stop(row.getObject(1, UUID.class), row.getString(2)), node);
    }

    /** A run that was asked to stop. */
    public record Stop(UUID uuid, String reason) {}

    /** This node is alive: its runs stay its own for a while longer. */
    public void renewLeases(String node, Instant leaseUntil) {
        Sql.update(
                dataSource, "update run set lease_until = ? where status = 'running' and node = ?", leaseUntil, node);
    }

    /** Queued runs that nobody has taken up in time. */
    public List<UUID> due(Instant now, int most) {
        return Sql.list(
                dataSource,
                "select uuid from run where status = 'queued' and due_at <= ? order by due_at limit " + most,
                row -> row.getObject(1, UUID.class),
                now);
    }

    /** The names under which agents asked for what has not ended yet. */
    public Set<String> askersOfUnended(OrganizationScope purview) {
        Set<String> names = new HashSet<>();
        Sql.list(
                        dataSource,
                        "select requested_by, trigger_context from run where status in ('queued', 'running')"
                                + " and trigger_type = 'agent'"
                                + " and " + purview.condition("organization_id"),
                        RunRows::askersNames,
                        purview.organizations().toArray())
                .forEach(names::addAll);
        return names;
    }

    /** Runs of nodes that have gone silent. */
    public List<UUID> abandoned(Instant now) {
        return Sql.list(
                dataSource,
                "select uuid from run where status = 'running' and lease_until < ?",
                row -> row.getObject(1, UUID.class),
                now);
    }

    /** Runs of this node's earlier lives. */
    public List<UUID> ofEarlierLives(String nodeName, String life) {
        return Sql.list(
                dataSource,
                "select uuid from run where status = 'running' and node like ? escape '!' and node <> ?",
                row -> row.getObject(1, UUID.class),
                nodeName.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "/%",
                life);
    }

    /** running, and of a dead node → interrupted; false when it has ended after all. */
    boolean interrupt(UUID uuid, String exceptNode, Instant now, RunCompletion finish) {
        return Sql.update(dataSource, """
                        update run set status = 'interrupted', error = ?, completed_at = ?, lease_until = null
                        where uuid = ? and status = 'running' and (node <> ? or lease_until < ?)""", RunJson.object(finish.error()), finish.completedAt(), uuid, exceptNode, now)
                == 1;
    }

    public Optional<UUID> ofApproval(UUID approvalRequestUuid) {
        return Sql.one(
                dataSource,
                "select uuid from run where approval_request_uuid = ?",
                row -> row.getObject(1, UUID.class),
                approvalRequestUuid);
    }

    public Optional<Run> run(UUID uuid) {
        return Sql.one(dataSource, "select * from run where uuid = ?", RunRows::run, uuid);
    }

    /** Which of the runs have ended. */
    List<UUID> ended(Collection<UUID> uuids) {
        String sql = "select uuid from run where status not in ('queued', 'running') and uuid in ("
                + String.join(",", Collections.nCopies(uuids.size(), "?")) + ")";
        return Sql.list(dataSource, sql, row -> row.getObject(1, UUID.class), uuids.toArray());
    }
}
