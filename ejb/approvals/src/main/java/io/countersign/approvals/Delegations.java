package io.countersign.approvals;

import io.countersign.audit.CanonicalJson;
import io.countersign.audit.Page;
import io.countersign.audit.PageRequest;
import io.countersign.security.Actor;
import io.countersign.security.Directory;
import io.countersign.security.Refusal;
import io.countersign.security.Scopes;
import io.countersign.security.UserNames;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Out of office: people let others decide in their name. Callers are humans with {@code approvals:write}. */
@Stateless
public class Delegations {

    private static final Duration LONGEST = Duration.ofDays(90);

    private final DelegationBook book;
    private final Directory directory;
    private final Trail trail;
    private final Clock clock;

    @Inject
    Delegations(DelegationBook book, Directory directory, Trail trail, Clock clock) {
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

    /** The caller's own, given and received; an admin sees all. */
    public Page<Delegation> list(Actor by, PageRequest page) {
        onlyPeople(by);
        String person = by.isAdmin() ? null : by.name();
        List<Delegation> items = book.page(person, page.offset(), page.size()).stream()
                .map(Delegations::view)
                .toList();
        return new Page<>(items, book.count(person));
    }

    /** One delegation; NOT_FOUND unless it is the caller's or the caller is an admin. */
    public Delegation get(UUID id, Actor by) {
        onlyPeople(by);
        return view(find(id, by));
    }

    /** Stores a delegation from the caller to somebody else. */
    public Delegation create(DelegationDraft draft, Actor by) {
        onlyPeople(by);
        check(draft, by.name());
        DelegationRow row = new DelegationRow();
        row.id = UUID.randomUUID();
        row.giver = by.name();
        row.createdAt = now();
        fill(row, draft);
        book.add(row);
        book.flush();
        trail.of(by.name(), "delegation.created", "delegation", row.id, details(row));
        return view(row);
    }

    /** Replaces the fields of the caller's own delegation. */
    public Delegation update(UUID id, DelegationDraft draft, @Nullable String ifMatch, Actor by) {
        onlyPeople(by);
        DelegationRow row = find(id, by);
        if (!row.giver.equals(by.name())) {
            throw Refusal.forbidden("not_giver", "Only the one who gave a delegation changes it");
        }
        book.lock(row);
        if (ifMatch != null && !ifMatch.equals(view(row).etag())) {
            throw Refusal.conflict("The delegation was changed in between");
        }
        check(draft, by.name());
        fill(row, draft);
        book.flush();
        trail.of(by.name(), "delegation.updated", "delegation", row.id, details(row));
        return view(row);
    }

    /** Ends a delegation: by the one who gave it, or an admin. */
    public void delete(UUID id, Actor by) {
        onlyPeople(by);
        DelegationRow row = find(id, by);
        if (!row.giver.equals(by.name()) && !by.isAdmin()) {
            throw Refusal.forbidden("not_giver", "Only the one who gave a delegation, or an admin, ends it");
        }
        book.lock(row);
        book.remove(row);
        book.flush();
        trail.of(by.name(), "delegation.ended", "delegation", row.id, details(row));
    }

    private DelegationRow find(UUID id, Actor by) {
        return book.find(id)
                .filter(row -> by.isAdmin() || row.giver.equals(by.name()) || row.delegate.equals(by.name()))
                .orElseThrow(() -> Refusal.notFound("delegation", id));
    }

    private static void onlyPeople(Actor by) {
        by.requireScope(Scopes.APPROVALS_WRITE);
        if (by.kind() != Actor.Kind.HUMAN) {
            throw Refusal.forbidden("agent", "Only people delegate");
        }
    }

    private void check(DelegationDraft draft, String giver) {
        AskChecks checks = new AskChecks(directory);
        String to = UserNames.normal(draft.to());
        if (to.equals(giver)) {
            checks.error("to", "must be somebody else");
        } else if (directory.person(to).isEmpty()) {
            checks.error("to", "there is no such person");
        }
        checks.roles("roles", draft.roles());
        checks.required("reason", draft.reason(), AskChecks.MAX_TEXT);
        if (!draft.fromTime().isBefore(draft.toTime())) {
            checks.error("to_time", "must be after from_time");
        } else if (!draft.toTime().isAfter(now())) {
            checks.error("to_time", "must be in the future");
        } else if (Duration.between(draft.fromTime(), draft.toTime()).compareTo(LONGEST) > 0) {
            checks.error("to_time", "must be within " + LONGEST.toDays() + " days of from_time");
        }
        checks.refuseIfAny();
    }

    private static void fill(DelegationRow row, DelegationDraft draft) {
        row.delegate = UserNames.normal(draft.to());
        row.roles = CanonicalJson.write(draft.roles());
        row.fromTime = Times.micros(draft.fromTime());
        row.toTime = Times.micros(draft.toTime());
        row.reason = draft.reason();
    }

    private static Map<String, Object> details(DelegationRow row) {
        return Map.of(
                "from",
                row.giver,
                "to",
                row.delegate,
                "roles",
                Json.storedStrings(row.roles),
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
                row.delegate,
                Json.storedStrings(row.roles),
                row.fromTime,
                row.toTime,
                row.reason,
                row.createdAt,
                String.valueOf(row.version == null ? 0 : row.version));
    }

    private Instant now() {
        return Times.micros(clock.instant());
    }
}
