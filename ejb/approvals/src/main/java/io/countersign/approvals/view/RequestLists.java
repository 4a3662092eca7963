package io.countersign.approvals.view;

import io.countersign.approvals.RequestQuery;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.Status;
import io.countersign.approvals.eligibility.Eligibility;
import io.countersign.approvals.eligibility.Visibility;
import io.countersign.approvals.request.EligibleApproverSet;
import io.countersign.approvals.request.RequestRepository;
import io.countersign.approvals.request.RequestRow;
import io.countersign.approvals.request.VoteRow;
import io.countersign.approvals.storage.ContentStore;
import io.countersign.approvals.storage.Database;
import io.countersign.kernel.Page;
import io.countersign.kernel.PageRequest;
import io.countersign.security.Actor;
import io.countersign.security.OrganizationScope;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Lists of requests, each kind over an index of its own. */
@Dependent
public class RequestLists {

    private static final int SETS_ONE_BY_ONE = 50;
    private static final String NEWEST = " order by r.requestedAt desc, r.id desc";

    private final Database database;
    private final RequestRepository requests;
    private final ContentStore texts;
    private final RequestViews views;
    private final Eligibility standings;

    @Inject
    public RequestLists(
            Database database,
            RequestRepository requests,
            ContentStore texts,
            RequestViews views,
            Eligibility standings) {
        this.database = database;
        this.requests = requests;
        this.texts = texts;
        this.views = views;
        this.standings = standings;
    }

    public Page<RequestView> list(RequestQuery query, Actor viewer, PageRequest page, Instant now) {
        Where where = where(query, viewer, now);
        long total = query.needsMe() ? some(where) : all(where);
        if (total <= page.offset()) {
            return new Page<>(List.of(), total);
        }
        List<RequestRow> rows = where.bind(database.entities()
                        .createQuery("select r from RequestRow r" + where.text() + NEWEST, RequestRow.class))
                .setFirstResult((int) page.offset())
                .setMaxResults(page.size())
                .getResultList();
        Map<UUID, List<VoteRow>> votes = requests.votes(rows);
        Eligibility.Viewer eyes = standings.viewer(viewer, now);
        List<RequestView> lines = rows.stream()
                .map(row -> views.line(row, votes.getOrDefault(row.id, List.of()), eyes, now))
                .filter(line -> !query.needsMe() || line.decidable())
                .toList();
        return new Page<>(lines, total);
    }

    /** Columns of the row itself are not asked for, so that an index can answer. */
    private long all(Where where) {
        return where.bind(
                        database.entities().createQuery("select count(*) from RequestRow r" + where.text(), Long.class))
                .getSingleResult();
    }

    private long some(Where where) {
        // in the list's own order, so that the way is the list's: along an index, to the thousandth and no further
        return where.bind(database.entities()
                        .createQuery("select r.id from RequestRow r" + where.text() + NEWEST, UUID.class))
                .setMaxResults(RequestQuery.COUNTED + 1)
                .getResultList()
                .size();
    }

    private Where where(RequestQuery query, Actor viewer, Instant now) {
        Where where = new Where();
        boolean others = Visibility.seesOthers(viewer);
        if (query.mine() || (!others && !Visibility.mayBeAsked(viewer))) {
            where.and("r.requester = :viewer", "viewer", viewer.person());
        } else if (!others) {
            where.and(
                    "(r.requester = :viewer or r.electorsSha256 in :asked)",
                    Map.of("viewer", viewer.person(), "asked", electorsWith(viewer, now)));
        }
        OrganizationScope purview = OrganizationScope.of(viewer);
        if (!purview.isWhole()) {
            where.and(
                    "(" + purview.condition("r.organizationId", ":organization") + " or r.requester = :self)",
                    Map.of("organization", purview.organizations(), "self", viewer.person()));
        }
        if (query.workflowId() != null) {
            where.and("r.workflowId = :workflow", "workflow", query.workflowId());
        }
        if (query.toolName() != null) {
            where.and("lower(r.toolName) = :tool", "tool", query.toolName().toLowerCase(Locale.ROOT));
        }
        if (query.reviewDue()) {
            where.and("r.reviewDueAt is not null and r.reviewedAt is null", Map.of());
        }
        if (query.needsMe()) {
            needsMe(where, viewer, now);
        }
        statuses(where, query.needsMe() ? Set.of(Status.PENDING) : query.statuses(), now);
        return where;
    }

    /** A request whose time is over is expired, whether or not the sweep has been there. */
    private static void statuses(Where where, Set<Status> statuses, Instant now) {
        if (statuses.isEmpty() || statuses.size() == Status.values().length) {
            return;
        }
        List<String> any = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        List<Status> stored =
                statuses.stream().filter(status -> status != Status.PENDING).toList();
        if (!stored.isEmpty()) {
            any.add("r.status in :statuses");
            values.put("statuses", stored);
        }
        if (statuses.contains(Status.PENDING) != statuses.contains(Status.EXPIRED)) {
            boolean pending = statuses.contains(Status.PENDING);
            any.add("(r.status = :pending and r.expiresAt " + (pending ? ">" : "<=") + " :now)");
            values.put("now", now);
            values.put("pending", Status.PENDING);
        } else if (statuses.contains(Status.PENDING)) {
            any.add("r.status = :pending");
            values.put("pending", Status.PENDING);
        }
        where.and("(" + String.join(" or ", any) + ")", values);
    }

    /** Those that an index can tell: not asked by the viewer, not voted on by the viewer, waiting for the like of them. */
    private void needsMe(Where where, Actor viewer, Instant now) {
        where.and("r.requester <> :me", "me", viewer.person());
        where.and("r.electorsSha256 in :electors", "electors", electorsWith(viewer, now));
        where.and(
                "not exists (select 1 from VoteRow v where v.requestUuid = r.id and v.revision = r.revision"
                        + " and v.voidedAt is null and (v.person = :voter or v.delegate = :voter))",
                "voter",
                viewer.person());
    }

    private List<String> electorsWith(Actor viewer, Instant now) {
        Map<String, Set<String>> rolesOf = new HashMap<>(standings.lenders(viewer.person(), now));
        rolesOf.put(viewer.person(), standings.roles(viewer));
        List<String> sets = new ArrayList<>(List.of(""));
        for (String sha256 : waitedFor()) {
            EligibleApproverSet eligibleApprovers = EligibleApproverSet.read(texts.require(sha256));
            if (rolesOf.entrySet().stream().anyMatch(one -> eligibleApprovers.includes(one.getKey(), one.getValue()))) {
                sets.add(sha256);
            }
        }
        return sets;
    }

    /**
     * The sets of eligible approvers that something pending waits for. Few sets, many requests: the index is asked for the next set
     * after each one found, and read along as a whole only where there are very many.
     */
    private List<String> waitedFor() {
        List<String> sets = new ArrayList<>();
        String last = "";
        while (sets.size() < SETS_ONE_BY_ONE) {
            String next = database.entities()
                    .createQuery("""
                            select min(r.electorsSha256) from RequestRow r where r.status = :pending
                            and r.electorsSha256 > :last""", String.class)
                    .setParameter("pending", Status.PENDING)
                    .setParameter("last", last)
                    .getSingleResult();
            if (next == null) {
                return sets;
            }
            sets.add(next);
            last = next;
        }
        sets.addAll(database.entities()
                .createQuery("""
                        select distinct r.electorsSha256 from RequestRow r where r.status = :pending
                        and r.electorsSha256 > :last""", String.class)
                .setParameter("pending", Status.PENDING)
                .setParameter("last", last)
                .getResultList());
        return sets;
    }

    /** Conditions and their values. */
    private static final class Where {
        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> values = new HashMap<>();

        void and(String condition, String name, Object value) {
            and(condition, Map.of(name, value));
        }

        void and(String condition, Map<String, Object> more) {
            conditions.add(condition);
            values.putAll(more);
        }

        String text() {
            return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        }

        <T> TypedQuery<T> bind(TypedQuery<T> query) {
            values.forEach(query::setParameter);
            return query;
        }
    }
}
