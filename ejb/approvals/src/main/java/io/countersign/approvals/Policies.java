package io.countersign.approvals;

import io.countersign.approvals.adminchange.PolicyChanges;
import io.countersign.approvals.adminchange.PolicyChecks;
import io.countersign.approvals.policy.PolicyJson;
import io.countersign.approvals.policy.PolicyReplay;
import io.countersign.approvals.policy.PolicyRepository;
import io.countersign.approvals.policy.PolicyRow;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The policies about requests. Every method wants the scope {@code admin}. */
@Stateless
public class Policies {

    /** Most requests that a replay looks at. */
    public static final int MAX_REPLAY = 1000;

    private final PolicyRepository book;
    private final PolicyChanges carriedOut;
    private final PolicyReplay replay;
    private final Directory directory;

    @Inject
    Policies(PolicyRepository book, PolicyChanges carriedOut, PolicyReplay replay, Directory directory) {
        this.book = book;
        this.carriedOut = carriedOut;
        this.replay = replay;
        this.directory = directory;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    public Policies() {
        this(null, null, null, null);
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

    /** Stores a policy, or requests the approval of another admin if there is one. */
    public PolicyChange create(PolicyDraft draft, Actor by) {
        permit(by);
        PolicyChecks.check(draft, null, book, directory);
        UUID id = UUID.randomUUID();
        Optional<SubmissionResult.Pending> pending = carriedOut.ask(id, null, draft, null, by);
        return pending.isPresent() ? waiting(pending.get()) : done(carriedOut.create(id, draft, by.userName()));
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
        Optional<SubmissionResult.Pending> pending = carriedOut.ask(id, inForce(row), draft, row.version, by);
        if (pending.isPresent()) {
            return waiting(pending.get());
        }
        carriedOut.update(row, draft, by.userName());
        return done(row);
    }

    /** Removes a policy. */
    public PolicyChange delete(UUID id, Actor by) {
        permit(by);
        PolicyRow row = find(id);
        book.lock(row);
        Optional<SubmissionResult.Pending> pending = carriedOut.ask(id, inForce(row), null, row.version, by);
        if (pending.isPresent()) {
            return waiting(pending.get());
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
    public PolicyReplayResult replay(PolicyDraft draft, int lastRequests, Actor by) {
        permit(by);
        if (lastRequests < 1 || lastRequests > MAX_REPLAY) {
            throw Refusal.invalid("last", "must be from 1 to " + MAX_REPLAY);
        }
        PolicyChecks.check(draft, directory);
        return replay.of(draft, lastRequests);
    }

    /** The user names of the other admins, one of whom has to approve a change; empty if a change applies at once. */
    public List<String> otherAdmins(Actor by) {
        permit(by);
        return directory.admins().stream()
                .filter(admin -> OrganizationScope.of(admin).isWhole())
                .filter(admin -> !admin.id().equals(by.person()) && !admin.id().equals(by.hand()))
                .map(Person::userName)
                .sorted()
                .toList();
    }

    private PolicyRow find(UUID id) {
        return book.find(id).orElseThrow(() -> Refusal.notFound("policy", id));
    }

    private static PolicyDraft inForce(PolicyRow row) {
        return PolicyDraft.of(PolicyJson.read(row));
    }

    private PolicyChange done(PolicyRow row) {
        book.flush();
        return new PolicyChange.Done(PolicyJson.read(row));
    }

    private static PolicyChange waiting(SubmissionResult.Pending pending) {
        return new PolicyChange.Pending(pending.id(), pending.requestNumber(), pending.expiresAt());
    }

    /** Policies govern everybody's requests, so they belong to no organization. */
    private static void permit(Actor by) {
        by.requireScope(Scopes.ADMIN);
        OrganizationScope.of(by).requireHouse();
    }
}
