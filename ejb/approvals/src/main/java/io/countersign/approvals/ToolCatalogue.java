package io.countersign.approvals;

import io.countersign.approvals.adminchange.CatalogueChanges;
import io.countersign.approvals.catalogue.CatalogueRepository;
import io.countersign.approvals.catalogue.CatalogueRow;
import io.countersign.approvals.submission.ApprovalRequestChecks;
import io.countersign.kernel.Page;
import io.countersign.kernel.PageRequest;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.security.Directory;
import io.countersign.security.OrganizationScope;
import io.countersign.security.Scopes;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue of tools: how dangerous their calls are and who has to agree, at the least. Every method wants the scope
 * {@code admin}; admins of an organization change its own entries and see those of no organization.
 */
@Stateless
public class ToolCatalogue {

    private final CatalogueRepository book;
    private final CatalogueChanges carriedOut;
    private final Directory directory;

    @Inject
    ToolCatalogue(CatalogueRepository book, CatalogueChanges carriedOut, Directory directory) {
        this.book = book;
        this.carriedOut = carriedOut;
        this.directory = directory;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    public ToolCatalogue() {
        this(null, null, null);
    }

    /** The entries that the admin may see, by name. */
    public Page<CatalogueEntry> list(Actor by, PageRequest page) {
        by.requireScope(Scopes.ADMIN);
        OrganizationScope purview = OrganizationScope.of(by);
        List<CatalogueEntry> items = book.page(purview, page.offset(), page.size()).stream()
                .map(CatalogueRow::view)
                .toList();
        return new Page<>(items, book.count(purview));
    }

    /** One entry; NOT_FOUND when there is none. */
    public CatalogueEntry get(UUID id, Actor by) {
        by.requireScope(Scopes.ADMIN);
        return find(id, by).view();
    }

    /** Changes that wait for another admin, as far as they concern the viewer. */
    public List<PendingChange> pending(Actor by) {
        by.requireScope(Scopes.ADMIN);
        return carriedOut.pending(by);
    }

    /** Stores an entry, or requests the approval of another admin if there is one. */
    public CatalogueChange create(CatalogueDraft draft, Actor by) {
        by.requireScope(Scopes.ADMIN);
        CatalogueDraft owned = owned(draft, by);
        check(owned, null);
        UUID id = UUID.randomUUID();
        Optional<SubmissionResult.Pending> pending = carriedOut.ask(id, null, owned, null, by);
        return pending.isPresent() ? waiting(pending.get()) : done(carriedOut.create(id, owned, by.userName()));
    }

    /** Replaces an entry's fields; {@code ifMatch} guards against a change in between (CONFLICT). */
    public CatalogueChange update(UUID id, CatalogueDraft draft, @Nullable String ifMatch, Actor by) {
        by.requireScope(Scopes.ADMIN);
        CatalogueRow row = mine(id, by);
        book.lock(row);
        if (ifMatch != null && !ifMatch.equals(row.view().etag())) {
            throw Refusal.conflict("The entry was changed in between");
        }
        CatalogueDraft owned = owned(draft, by);
        check(owned, id);
        Optional<SubmissionResult.Pending> pending =
                carriedOut.ask(id, CatalogueChanges.draft(row), owned, row.version, by);
        if (pending.isPresent()) {
            return waiting(pending.get());
        }
        carriedOut.update(row, owned, by.userName());
        return done(row);
    }

    /** Removes an entry; the tool then counts as unknown. */
    public CatalogueChange delete(UUID id, Actor by) {
        by.requireScope(Scopes.ADMIN);
        CatalogueRow row = mine(id, by);
        book.lock(row);
        Optional<SubmissionResult.Pending> pending =
                carriedOut.ask(id, CatalogueChanges.draft(row), null, row.version, by);
        if (pending.isPresent()) {
            return waiting(pending.get());
        }
        CatalogueEntry gone = row.view();
        carriedOut.delete(row, by.userName());
        book.flush();
        return new CatalogueChange.Done(gone);
    }

    private CatalogueRow find(UUID id, Actor by) {
        CatalogueRow row = book.find(id).orElseThrow(() -> Refusal.notFound("tool", id));
        OrganizationScope.of(by).require("tool", id, row.organizationId);
        return row;
    }

    /** What belongs to no organization is changed by people without one. */
    private CatalogueRow mine(UUID id, Actor by) {
        CatalogueRow row = find(id, by);
        if (row.organizationId == null) {
            OrganizationScope.of(by).requireHouse();
        }
        return row;
    }

    private static CatalogueDraft owned(CatalogueDraft draft, Actor by) {
        OrganizationScope purview = OrganizationScope.of(by);
        String owner = purview.owner(draft.organizationId());
        if (!purview.mayGiveTo(owner)) {
            throw Refusal.invalid("organization_id", "must be your own organization");
        }
        return new CatalogueDraft(
                draft.toolName(), draft.actionType(), draft.riskLevel(), draft.rule(), draft.timeoutSeconds(), owner);
    }

    private void check(CatalogueDraft draft, @Nullable UUID self) {
        ApprovalRequestChecks checks = new ApprovalRequestChecks(directory);
        checks.required("tool_name", draft.toolName(), RuleLimits.MAX_NAME);
        checks.toolName("tool_name", draft.toolName());
        checks.toolName("action_type", draft.actionType());
        checks.atMost("organization_id", draft.organizationId(), RuleLimits.MAX_NAME);
        checks.timeout("timeout_seconds", draft.timeoutSeconds());
        checks.rule("", draft.rule());
        checks.idle("", draft.rule());
        checks.refuseIfAny();
        Optional<CatalogueRow> other = book.at(CatalogueRow.place(draft)).filter(row -> !row.id.equals(self));
        if (other.isPresent()) {
            throw Refusal.conflict("There is an entry for this tool, action type and organization: " + other.get().id);
        }
    }

    private CatalogueChange done(CatalogueRow row) {
        book.flush();
        return new CatalogueChange.Done(row.view());
    }

    private static CatalogueChange waiting(SubmissionResult.Pending pending) {
        return new CatalogueChange.Pending(pending.id(), pending.requestNumber(), pending.expiresAt());
    }
}
