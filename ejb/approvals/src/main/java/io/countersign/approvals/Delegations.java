package io.countersign.approvals;

import io.countersign.approvals.delegation.DelegationRepository;
import io.countersign.approvals.delegation.DelegationRow;
import io.countersign.approvals.json.StoredJson;
import io.countersign.approvals.request.ApprovalAudit;
import io.countersign.approvals.storage.Labels;
import io.countersign.approvals.storage.Micros;
import io.countersign.approvals.submission.ApprovalRequestChecks;
import io.countersign.kernel.CanonicalJson;
import io.countersign.kernel.Page;
import io.countersign.kernel.PageRequest;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.security.Directory;
import io.countersign.security.OrganizationScope;
import io.countersign.security.Person;
import io.countersign.security.Scopes;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Delegations: a person (the delegator) lets another person (the delegate) decide in their name for a time. Callers are
 * humans with {@code approvals:write}.
 */
@Stateless
public class Delegations {

    private static final Duration LONGEST = Duration.ofDays(90);

    private final DelegationRepository book;
    private final Directory directory;
    private final ApprovalAudit trail;
    private final Clock clock;

    @Inject
    Delegations(DelegationRepository book, Directory directory, ApprovalAudit trail, Clock clock) {
        this.book = book;
        this.directory = directory;
        this.trail = trail;
        this.clock = clock;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    public Delegations() {
        this(null, null, null, null);
    }

    /** The caller's own, given and received; an admin sees all that people of their organizations have given. */
    public Page<Delegation> list(Actor by, PageRequest page) {
        onlyPeople(by);
        List<Delegation> items = book.page(by, page.offset(), page.size()).stream()
                .map(Delegations::view)
                .toList();
        return new Page<>(items, book.count(by));
    }

    /** One delegation; NOT_FOUND unless it is the caller's or the caller is an admin. */
    public Delegation get(UUID id, Actor by) {
        onlyPeople(by);
        return view(find(id, by));
    }

    /** Stores a delegation from the caller to somebody else. */
    public Delegation create(DelegationDraft draft, Actor by) {
        onlyPeople(by);
        Person to = check(draft, by);
        DelegationRow row = new DelegationRow();
        row.id = UUID.randomUUID();
        row.giver = by.person();
        row.giverName = Labels.unlessSame(by.person(), by.userName());
        row.organizationId = by.organization();
        row.createdAt = now();
        fill(row, draft, to);
        book.add(row);
        book.flush();
        trail.of(by, "delegation.created", "delegation", row.id, details(row));
        return view(row);
    }

    /** Replaces the fields of the caller's own delegation. */
    public Delegation update(UUID id, DelegationDraft draft, @Nullable String ifMatch, Actor by) {
        onlyPeople(by);
        DelegationRow row = find(id, by);
        if (!row.giver.equals(by.person())) {
            throw Refusal.forbidden("not_giver", "Only its delegator can change a delegation");
        }
        book.lock(row);
        if (ifMatch != null && !ifMatch.equals(view(row).etag())) {
            throw Refusal.conflict("The delegation was changed in between");
        }
        fill(row, draft, check(draft, by));
        book.flush();
        trail.of(by, "delegation.updated", "delegation", row.id, details(row));
        return view(row);
    }

    /** Ends a delegation: by the one who gave it, or an admin. */
    public void delete(UUID id, Actor by) {
        onlyPeople(by);
        DelegationRow row = find(id, by);
        if (!row.giver.equals(by.person()) && !manages(by, row)) {
            throw Refusal.forbidden("not_giver", "Only its delegator or an admin can end a delegation");
        }
        book.lock(row);
        book.remove(row);
        book.flush();
        trail.of(by, "delegation.ended", "delegation", row.id, details(row));
    }

    private DelegationRow find(UUID id, Actor by) {
        return book.find(id)
                .filter(row -> manages(by, row) || row.giver.equals(by.person()) || row.delegate.equals(by.person()))
                .orElseThrow(() -> Refusal.notFound("delegation", id));
    }

    /** What belongs to no organization is for admins without an organization alone. */
    private static boolean manages(Actor by, DelegationRow row) {
        OrganizationScope purview = OrganizationScope.of(by);
        return by.isAdmin()
                && (purview.isWhole() || (row.organizationId != null && purview.covers(row.organizationId)));
    }

    private static void onlyPeople(Actor by) {
        by.requireScope(Scopes.APPROVALS_WRITE);
        if (by.kind() != Actor.Kind.HUMAN) {
            throw Refusal.forbidden("agent", "Only people can have delegates");
        }
    }

    /** Refused with every field that is wrong; answers the delegate. */
    private Person check(DelegationDraft draft, Actor giver) {
        ApprovalRequestChecks checks = new ApprovalRequestChecks(directory);
        Person to = directory.byUserName(draft.to()).orElse(null);
        if (to == null || !OrganizationScope.of(giver).covers(to)) {
            checks.error("to", "there is no such person");
        } else if (to.id().equals(giver.person())) {
            checks.error("to", "must be somebody else");
        }
        checks.roles("roles", draft.roles());
        checks.required("reason", draft.reason(), RuleLimits.MAX_TEXT);
        if (!draft.fromTime().isBefore(draft.toTime())) {
            checks.error("to_time", "must be after from_time");
        } else if (!draft.toTime().isAfter(now())) {
            checks.error("to_time", "must be in the future");
        } else if (Duration.between(draft.fromTime(), draft.toTime()).compareTo(LONGEST) > 0) {
            checks.error("to_time", "must be within " + LONGEST.toDays() + " days of from_time");
        }
        checks.refuseIfAny();
        return Objects.requireNonNull(to);
    }

    private static void fill(DelegationRow row, DelegationDraft draft, Person to) {
        row.delegate = to.id();
        row.delegateName = Labels.unlessSame(to.id(), to.userName());
        row.roles = CanonicalJson.write(draft.roles());
        row.fromTime = Micros.micros(draft.fromTime());
        row.toTime = Micros.micros(draft.toTime());
        row.reason = draft.reason();
    }

    private static Map<String, Object> details(DelegationRow row) {
        return Map.of(
                "from",
                row.giverName(),
                "to",
                row.delegateName(),
                "roles",
                StoredJson.storedStrings(row.roles),
                "from_time",
                row.fromTime.toString(),
                "to_time",
                row.toTime.toString(),
                "reason",
                row.reason);
    }

    private static Delegation view(DelegationRow row) {
        return new Delegation(
                row.id,
                row.giver,
                row.giverName(),
                row.delegate,
                row.delegateName(),
                StoredJson.storedStrings(row.roles),
                row.fromTime,
                row.toTime,
                row.reason,
                row.createdAt,
                String.valueOf(row.version == null ? 0 : row.version));
    }

    private Instant now() {
        return Micros.micros(clock.instant());
    }
}
