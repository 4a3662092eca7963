package io.countersign.execution.run;

import io.countersign.execution.Run;
import io.countersign.execution.RunKind;
import io.countersign.execution.RunQuery;
import io.countersign.execution.RunStatus;
import io.countersign.execution.RunSummary;
import io.countersign.kernel.Page;
import io.countersign.kernel.PageRequest;
import io.countersign.kernel.Sql;
import io.countersign.security.OrganizationScope;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Lists and sums over runs. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class RunStatistics {
    private static final int TOP = 10;

    @Resource(lookup = "java:jboss/datasources/CountersignDS")
    private DataSource dataSource;

    protected RunStatistics() {}

    public RunStatistics(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public long queued() {
        return count("select count(*) from run where status = 'queued'");
    }

    public Page<Run> list(RunQuery query, OrganizationScope purview, PageRequest page) {
        List<String> where = new ArrayList<>(List.of(within(purview)));
        List<Object> values = new ArrayList<>(bound(purview));
        if (!query.statuses().isEmpty()) {
            where.add("status in ("
                    + String.join(",", Collections.nCopies(query.statuses().size(), "?")) + ")");
            query.statuses().forEach(status -> values.add(status.wire()));
        }
        add(where, values, "workflow_uuid = ?", query.workflowUuid());
        RunKind kind = query.kind();
        add(where, values, "kind = ?", kind == null ? null : kind.toString());
        add(where, values, "queued_at >= ?", query.fromTime());
        add(where, values, "queued_at < ?", query.toTime());
        String from = " from run where " + String.join(" and ", where);
        long total = count("select count(*)" + from, values.toArray());
        values.add(page.size());
        values.add(page.offset());
        List<Run> items = Sql.list(
                dataSource,
                "select *" + from + " order by queued_at desc, uuid limit ? offset ?",
                RunRows::run,
                values.toArray());
        return new Page<>(items, total);
    }

    public Map<RunStatus, Long> byStatus() {
        Map<RunStatus, Long> counts = new EnumMap<>(RunStatus.class);
        Sql.list(
                        dataSource,
                        "select status, count(*) from run group by status",
                        row -> Map.entry(RunStatus.of(row.getString(1)), row.getLong(2)))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    public RunSummary summary(OrganizationScope purview) {
        List<Sum> sums = Sql.list(
                dataSource,
                "select workflow_uuid, max(workflow_name), count(*) as runs,"
                        + " sum(case when status = 'success' then 1 else 0 end),"
                        + " sum(case when status in ('queued', 'running') then 0 else 1 end),"
                        + " coalesce(sum(case when status = 'success' then time_saved_minutes end), 0)"
                        + " from run where " + within(purview)
                        + " group by workflow_uuid order by runs desc, workflow_uuid",
                row -> new Sum(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6)),
                bound(purview).toArray());
        return new RunSummary(
                total(sums, Sum::runs),
                rate(total(sums, Sum::good), total(sums, Sum::finished)),
                total(sums, Sum::saved),
                sums.stream()
                        .filter(sum -> sum.workflow() != null)
                        .limit(TOP)
                        .map(Sum::top)
                        .toList());
    }

    /** A workflow's runs: the whole is the sum of all of these, so that the table is read once. */
    private record Sum(@Nullable UUID workflow, String name, long runs, long good, long finished, long saved) {
        RunSummary.Top top() {
            return new RunSummary.Top(Objects.requireNonNull(workflow), name, runs, rate(good, finished));
        }
    }

    private static long total(List<Sum> sums, ToLongFunction<Sum> part) {
        return sums.stream().mapToLong(part).sum();
    }

    private static String within(OrganizationScope purview) {
        return purview.condition("organization_id");
    }

    private static List<Object> bound(OrganizationScope purview) {
        return List.copyOf(purview.organizations());
    }

    private static double rate(long good, long all) {
        return all == 0 ? 0 : (double) good / all;
    }

    private long count(String sql, Object... values) {
        return Sql.one(dataSource, sql, row -> row.getLong(1), values).orElse(0L);
    }

    private static void add(List<String> where, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            where.add(condition);
            values.add(value);
        }
    }
}
