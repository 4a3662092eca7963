package io.countersign.approvals;

import io.countersign.audit.Page;
import io.countersign.audit.PageRequest;
import io.countersign.security.Actor;
import io.countersign.security.Directory;
import io.countersign.security.Person;
import io.countersign.security.Purview;
import io.countersign.security.Refusal;
import io.countersign.security.Roles;
import io.countersign.security.Scopes;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules of the house about requests. Every method wants the scope {@code admin}. */
@Stateless
public class Policies {

    private static final int MAX_REPLAY = 1000;
    private static final int MAX_ADMINS = 50;

    private final PolicyBook book;
    private final PolicyChanges carriedOut;
    private final PolicyReplay replay;
    private final Changes changes;
    private final Directory directory;

    @Inject
    Policies(PolicyBook book, PolicyChanges carriedOut, PolicyReplay replay, Changes changes, Directory directory) {
        this.book = book;
        this.carriedOut = carriedOut;
        this.replay = replay;
        this.changes = changes;
        this.directory = directory;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    public Policies() {
        this(null, null, null, null, null);
    }

    /** All policies in the order in which they are tried. */
    public Page<Policy> list(Actor by, PageRequest page) {
        permit(by);
        List<Policy> items = book.page(page.offset(), page.size()).stream()
                .map(PolicyJson::read)
                .toList();
        return new Page<>(items, book.count());
    }

    /** One policy; NOT_FOUND when there is none. */
    public Policy get(UUID id, Actor by) {
        permit(by);
        return PolicyJson.read(find(id));
    }

    /** Stores a policy, or asks another admin for agreement once there is one. */
    public PolicyChange create(PolicyDraft draft, Actor by) {
        permit(by);
        PolicyChecks.check(draft, null, book, directory);
        UUID id = UUID.randomUUID();
        if (anotherAdminExists(by)) {
            return asked(PolicyChanges.Operation.CREATE, id, null, draft, null, by);
        }
        return done(carriedOut.create(id, draft, by.userName()));
    }

    /** Replaces a policy's fields; {@code ifMatch} guards against a change in between (CONFLICT). */
    public PolicyChange update(UUID id, PolicyDraft draft, @Nullable String ifMatch, Actor by) {
        permit(by);
        PolicyRow row = find(id);
        book.lock(row);
        if (ifMatch != null && !ifMatch.equals(PolicyJson.read(row).etag())) {
            throw Refusal.conflict("The policy was changed in between");
        }
        PolicyChecks.check(draft, id, book, directory);
        if (anotherAdminExists(by)) {
            return asked(PolicyChanges.Operation.UPDATE, id, inForce(row), draft, row.version, by);
        }
        carriedOut.update(row, draft, by.userName());
        return done(row);
    }

    /** Removes a policy. */
    public PolicyChange delete(UUID id, Actor by) {
        permit(by);
        PolicyRow row = find(id);
        book.lock(row);
        if (anotherAdminExists(by)) {
            return asked(PolicyChanges.Operation.DELETE, id, inForce(row), null, row.version, by);
        }
        Policy gone = PolicyJson.read(row);
        carriedOut.delete(row, by.userName());
        book.flush();
        return new PolicyChange.Done(gone);
    }

    /**
     * What the draft alone would have done with the last {@code lastRequests} requests (1..1000); refused like one that is to be
     * stored. Changes nothing.
     */
    public Replay replay(PolicyDraft draft, int lastRequests, Actor by) {
        permit(by);
        if (lastRequests < 1 || lastRequests > MAX_REPLAY) {
            throw Refusal.invalid("last", "must be from 1 to " + MAX_REPLAY);
        }
        PolicyChecks.check(draft, directory);
        return replay.of(draft, lastRequests);
    }

    private PolicyRow find(UUID id) {
        return book.find(id).orElseThrow(() -> Refusal.notFound("policy", id));
    }

    private static PolicyDraft inForce(PolicyRow row) {
        return PolicyJson.draft(PolicyJson.read(row));
    }

    private PolicyChange done(PolicyRow row) {
        book.flush();
        return new PolicyChange.Done(PolicyJson.read(row));
    }

    private boolean anotherAdminExists(Actor by) {
        return !otherAdmins(by).isEmpty();
    }

    /** Named one by one, since the owner of an admin key need not hold a role. */
    private List<String> otherAdmins(Actor by) {
        return directory.admins().stream()
                .filter(person -> !person.id().equals(by.person()))
                .map(Person::userName)
                .sorted()
                .limit(MAX_ADMINS)
                .toList();
    }

    private PolicyChange asked(
            PolicyChanges.Operation operation,
            UUID policyId,
            @Nullable PolicyDraft before,
            @Nullable PolicyDraft draft,
            @Nullable Integer baseVersion,
            Actor by) {
        Rule admins = Rule.single(otherAdmins(by), List.of(Roles.SOC_ADMIN));
        Asked.Pending pending =
                changes.propose(PolicyChanges.proposal(operation, policyId, before, draft, baseVersion, admins), by);
        return new PolicyChange.Pending(pending.id(), pending.requestId(), pending.expiresAt());
    }

    /** Policies govern everybody's requests, so they are the house's. */
    private static void permit(Actor by) {
        by.requireScope(Scopes.ADMIN);
        Purview.of(by).requireHouse();
    }
}
