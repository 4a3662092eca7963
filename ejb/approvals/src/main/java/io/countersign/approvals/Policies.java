package io.countersign.approvals;

import io.countersign.audit.CanonicalJson;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules of the house about requests. Every method wants the scope {@code admin}. */
@Stateless
public class Policies {

    private static final int CHANGE_TIMEOUT = 86_400;
    private static final int MAX_REPLAY = 1000;
    private static final int MAX_ADMINS = 50;

    private final PolicyBook book;
    private final PolicyChanges changes;
    private final PolicyReplay replay;
    private final Asking asking;
    private final Directory directory;

    @Inject
    Policies(PolicyBook book, PolicyChanges changes, PolicyReplay replay, Asking asking, Directory directory) {
        this.book = book;
        this.changes = changes;
        this.replay = replay;
        this.asking = asking;
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
            return asked(PolicyChangeRow.Operation.CREATE, id, draft, null, by);
        }
        return done(changes.create(id, draft, by.userName()));
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
            return asked(PolicyChangeRow.Operation.UPDATE, id, draft, row.version, by);
        }
        changes.update(row, draft, by.userName());
        return done(row);
    }

    /** Removes a policy. */
    public PolicyChange delete(UUID id, Actor by) {
        permit(by);
        PolicyRow row = find(id);
        book.lock(row);
        if (anotherAdminExists(by)) {
            return asked(PolicyChangeRow.Operation.DELETE, id, null, row.version, by);
        }
        Policy gone = PolicyJson.read(row);
        changes.delete(row, by.userName());
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

    /** The change is what the approval's digest covers; it is carried out from the row stored here, which only this door writes. */
    private PolicyChange asked(
            PolicyChangeRow.Operation operation,
            UUID policyId,
            @Nullable PolicyDraft draft,
            @Nullable Integer baseVersion,
            Actor by) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("operation", Wire.of(operation));
        parameters.put("policy_uuid", policyId.toString());
        if (draft != null) {
            parameters.put("policy", PolicyJson.toMap(draft));
        }
        Asked asked = asking.askUngoverned(Ask.tool("change_approval_policy", by)
                .action("POLICY_CHANGE", "Change the rules about who has to agree")
                .arguments(Map.of("parameters", parameters))
                .reason(Wire.of(operation) + " an approval policy")
                .riskLevel(RiskLevel.HIGH)
                .rule(Rule.single(otherAdmins(by), List.of(Roles.SOC_ADMIN)))
                .timeoutSeconds(CHANGE_TIMEOUT)
                .triggerContext(Map.of(Revising.FIXED, true))
                .build());
        remember(asked.id(), operation, policyId, draft, baseVersion);
        Asked.Pending pending = (Asked.Pending) asked;
        return new PolicyChange.Pending(pending.id(), pending.requestId(), pending.expiresAt());
    }

    private void remember(
            UUID requestId,
            PolicyChangeRow.Operation operation,
            UUID policyId,
            @Nullable PolicyDraft draft,
            @Nullable Integer baseVersion) {
        PolicyChangeRow change = new PolicyChangeRow();
        change.requestId = requestId;
        change.operation = operation;
        change.policyId = policyId;
        change.draft = draft == null ? null : CanonicalJson.write(PolicyJson.toMap(draft));
        change.baseVersion = baseVersion;
        book.add(change);
    }

    /** Policies govern everybody's requests, so they are the house's. */
    private static void permit(Actor by) {
        by.requireScope(Scopes.ADMIN);
        Purview.of(by).requireHouse();
    }
}
