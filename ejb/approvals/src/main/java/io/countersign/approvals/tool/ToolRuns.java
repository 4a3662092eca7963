package io.countersign.approvals.tool;

import io.countersign.approvals.Status;
import io.countersign.approvals.request.RequestRow;
import io.countersign.approvals.storage.Database;
import io.countersign.approvals.storage.Micros;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Executions of guarded tools: how many an hour, and one for each approval whatever happens. */
@ApplicationScoped
public class ToolRuns {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration TAKEN_UP_WITHIN = Duration.ofDays(1);

    private final Database database;
    private final Clock clock;
    /** Requests that somebody on this node is waiting for: not to be taken up by anybody else. */
    private final Set<UUID> waitedFor = ConcurrentHashMap.newKeySet();

    @Inject
    public ToolRuns(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected ToolRuns() {
        this(null, null);
    }

    /** How a wish to execute ended. */
    public enum Begin {
        GO,
        TOO_MANY,
        DONE_BEFORE
    }

    /** Notes an execution that is about to begin, committed before it does; the tool's row is locked for the count. */
    @Transactional(TxType.REQUIRES_NEW)
    public Begin begin(String tool, @Nullable UUID requestId, int atMostPerHour) {
        lock(tool);
        if (requestId != null && count("request_uuid = ?1", requestId) > 0) {
            return Begin.DONE_BEFORE;
        }
        Instant now = Micros.micros(clock.instant());
        if (atMostPerHour > 0 && countSince(tool, now.minus(HOUR)) >= atMostPerHour) {
            return Begin.TOO_MANY;
        }
        database.entities()
                .createNativeQuery(
                        "insert into approval_tool_run (id, tool_name, request_uuid, started_at) values (?1, ?2, ?3, ?4)")
                .setParameter(1, UUID.randomUUID())
                .setParameter(2, tool)
                .setParameter(3, requestId)
                .setParameter(4, now)
                .executeUpdate();
        return Begin.GO;
    }

    private void lock(String tool) {
        database.entities()
                .createNativeQuery("insert into approval_tool (name) values (?1) on conflict do nothing")
                .setParameter(1, tool)
                .executeUpdate();
        database.entities()
                .createNativeQuery("select name from approval_tool where name = ?1 for update", String.class)
                .setParameter(1, tool)
                .getSingleResult();
    }

    private long count(String where, Object value) {
        return ((Number) database.entities()
                        .createNativeQuery("select count(*) from approval_tool_run where " + where)
                        .setParameter(1, value)
                        .getSingleResult())
                .longValue();
    }

    private long countSince(String tool, Instant since) {
        return ((Number) database.entities()
                        .createNativeQuery(
                                "select count(*) from approval_tool_run where tool_name = ?1 and started_at > ?2")
                        .setParameter(1, tool)
                        .setParameter(2, since)
                        .getSingleResult())
                .longValue();
    }

    /** A request of the same person for the same call that nobody waits for any more, as after a restart. */
    @Transactional
    public Optional<UUID> leftBehind(
            String tool, String requester, @Nullable String session, String argumentsSha256, String mark) {
        Instant now = Micros.micros(clock.instant());
        List<RequestRow> found = database.entities()
                .createQuery("""
                        select r from RequestRow r where r.requester = :requester and r.toolName = :tool
                        and r.argumentsSha256 = :arguments and r.requestedAt > :since
                        and r.status in :open order by r.requestedAt""", RequestRow.class)
                .setParameter("requester", requester)
                .setParameter("tool", tool)
                .setParameter("arguments", argumentsSha256)
                .setParameter("since", now.minus(TAKEN_UP_WITHIN))
                .setParameter("open", List.of(Status.PENDING, Status.APPROVED))
                .getResultList();
        return found.stream()
                .filter(row -> Objects.equals(row.sessionId, session))
                .filter(row -> mark.equals(row.triggerContext))
                .filter(row -> row.statusAt(now) == row.status)
                .filter(row -> count("request_uuid = ?1", row.id) == 0)
                .map(row -> row.id)
                .filter(waitedFor::add)
                .findFirst();
    }

    void waitFor(UUID id) {
        waitedFor.add(id);
    }

    void done(UUID id) {
        waitedFor.remove(id);
    }
}
