package io.countersign.approvals.request;

import io.countersign.approvals.Channel;
import io.countersign.approvals.Status;
import io.countersign.approvals.eligibility.Visibility;
import io.countersign.approvals.storage.Database;
import io.countersign.kernel.Refusal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Requests and their votes in the database. */
@Dependent
public class RequestRepository {

    /** Hibernate's word for "leave out what somebody else has locked". */
    private static final int SKIP_LOCKED = -2;

    private final Database database;

    @Inject
    public RequestRepository(Database database) {
        this.database = database;
    }

    public void add(RequestRow row) {
        database.entities().persist(row);
    }

    public Optional<RequestRow> find(UUID id) {
        return Optional.ofNullable(database.entities().find(RequestRow.class, id));
    }

    public RequestRow require(UUID id) {
        return find(id).orElseThrow(() -> Refusal.notFound("approval request", id));
    }

    public Optional<RequestRow> byNumber(String requestNumber) {
        return database.entities()
                .createQuery("select r from RequestRow r where r.requestNumber = :number", RequestRow.class)
                .setParameter("number", requestNumber)
                .getResultStream()
                .findFirst();
    }

    /** The request with its row locked until the transaction ends: whoever judges it is alone with it. */
    public RequestRow lock(UUID id) {
        RequestRow row = database.entities().find(RequestRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw Refusal.notFound("approval request", id);
        }
        return row;
    }

    /** Which set of eligible approvers a request waits for; the request itself is not loaded. */
    public Optional<String> electorsOf(UUID id) {
        return database.entities()
                .createQuery("select r.electorsSha256 from RequestRow r where r.id = :id", String.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    public void add(VoteRow vote) {
        database.entities().persist(vote);
    }

    /** A person's vote on the present revision, voided ones too. */
    public Optional<VoteRow> vote(RequestRow row, String person) {
        return Optional.ofNullable(
                database.entities().find(VoteRow.class, new VoteRow.Key(row.id, row.revision, person)));
    }

    /** Who has voted on a request, whichever revision; the request itself is not loaded. */
    public List<String> votersOn(UUID id) {
        return database.entities()
                .createQuery("select v.person from VoteRow v where v.requestUuid = :id", String.class)
                .setParameter("id", id)
                .getResultList();
    }

    /** The votes on the present revision, oldest first, voided ones too. */
    public List<VoteRow> votes(RequestRow row) {
        return database.entities()
                .createQuery("""
                        select v from VoteRow v where v.requestUuid = :id and v.revision = :revision
                        order by v.decidedAt, v.person""", VoteRow.class)
                .setParameter("id", row.id)
                .setParameter("revision", row.revision)
                .getResultList();
    }

    /** The votes on the present revisions of many requests at once, voided ones too. */
    public Map<UUID, List<VoteRow>> votes(Collection<RequestRow> rows) {
        List<UUID> voted = rows.stream()
                .filter(row -> row.approvalsGiven + row.rejectionsGiven > 0)
                .map(row -> row.id)
                .toList();
        if (voted.isEmpty()) {
            return Map.of();
        }
        return database.entities()
                .createQuery("""
                        select v from VoteRow v, RequestRow r where r.id = v.requestUuid and r.revision = v.revision
                        and v.requestUuid in :ids order by v.decidedAt, v.person""", VoteRow.class)
                .setParameter("ids", voted)
                .getResultStream()
                .collect(Collectors.groupingBy(vote -> vote.requestUuid));
    }

    public void add(RevisionRow revision) {
        database.entities().persist(revision);
    }

    public List<RevisionRow> revisions(RequestRow row) {
        if (row.revision == 0) {
            return List.of();
        }
        return database.entities()
                .createQuery(
                        "select v from RevisionRow v where v.requestUuid = :id order by v.number", RevisionRow.class)
                .setParameter("id", row.id)
                .getResultList();
    }

    /** Who asked for a request and which organization owns it: all that {@link Visibility} wants to know. */
    public record Owner(String requester, @Nullable String organizationId) {}

    /** The owners of some requests, each once. */
    public List<Owner> owners(Collection<UUID> ids) {
        return database.entities()
                .createQuery(
                        "select distinct r.requester, r.organizationId from RequestRow r where r.id in :ids",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .map(row -> new Owner((String) row[0], (String) row[1]))
                .toList();
    }

    /** Pending requests of a workflow, locked. */
    public List<RequestRow> lockPendingOf(UUID workflowId) {
        return database.entities()
                .createQuery("""
                        select r from RequestRow r where r.workflowId = :workflow and r.status = :pending
                        order by r.id""", RequestRow.class)
                .setParameter("workflow", workflowId)
                .setParameter("pending", Status.PENDING)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Up to that many pending requests whose time is over, locked; those that somebody else has locked are left out. */
    public List<RequestRow> lockExpired(Instant now, int atMost) {
        return lockDue("r.expiresAt <= :now order by r.expiresAt", now, atMost);
    }

    /** Up to that many pending requests that a reminder or an escalation step is due for, locked in the same manner. */
    public List<RequestRow> lockToRemind(Instant now, int atMost) {
        return lockDue("r.dueAt <= :now and r.expiresAt > :now order by r.dueAt", now, atMost);
    }

    private List<RequestRow> lockDue(String condition, Instant now, int atMost) {
        return database.entities()
                .createQuery("select r from RequestRow r where r.status = :pending and " + condition, RequestRow.class)
                .setParameter("pending", Status.PENDING)
                .setParameter("now", now)
                .setMaxResults(atMost)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .getResultList();
    }

    /**
     * The request for the same workflow or tool, within the same organization, that people agreed to last before this one
     * ended, or at all.
     */
    public Optional<RequestRow> lastAgreed(RequestRow row) {
        Map<String, Object> values = new LinkedHashMap<>();
        String same = row.workflowId == null ? "r.workflowId is null and r.toolName = :same" : "r.workflowId = :same";
        values.put("same", row.workflowId == null ? row.subject() : row.workflowId);
        values.put("kind", row.kind);
        String where = " where " + same + " and r.kind = :kind and r.status = :approved and r.id <> :id and not exists"
                + " (select 1 from VoteRow v where v.requestUuid = r.id and v.channel = :policy)";
        where += optional("r.organizationId = :organization", "organization", row.organizationId, values);
        where += row.organizationId == null ? " and r.organizationId is null" : "";
        where += optional("r.resolvedAt <= :until", "until", row.resolvedAt, values);
        TypedQuery<RequestRow> query = database.entities()
                .createQuery(
                        "select r from RequestRow r" + where + " order by r.requestedAt desc, r.id desc",
                        RequestRow.class)
                .setParameter("approved", Status.APPROVED)
                .setParameter("id", row.id)
                .setParameter("policy", Channel.POLICY)
                .setMaxResults(1);
        values.forEach(query::setParameter);
        return query.getResultStream().findFirst();
    }

    private static String optional(String condition, String name, @Nullable Object value, Map<String, Object> values) {
        if (value == null) {
            return "";
        }
        values.put(name, value);
        return " and " + condition;
    }

    /** True when the review of an emergency that this person approved is overdue. */
    public boolean owesReview(String person, Instant now) {
        return !database.entities()
                .createQuery("""
                        select r.id from RequestRow r where r.decider = :person and r.reviewDueAt <= :now
                        and r.reviewedAt is null""", UUID.class)
                .setParameter("person", person)
                .setParameter("now", now)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    public void flush() {
        database.entities().flush();
    }
}
