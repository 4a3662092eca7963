package io.countersign.workflows;

import io.countersign.kernel.Page;
import io.countersign.kernel.PageRequest;
import io.countersign.kernel.Refusal;
import io.countersign.kernel.ServerOnly;
import io.countersign.security.Actor;
import io.countersign.security.OrganizationScope;
import io.countersign.security.Scopes;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The façade of this module: workflows are created, changed, read and archived here, by whichever channel. Each method checks
 * the caller's scope first, then whose the workflow is and what rules it has. Errors are {@link Refusal}s and store nothing.
 */
@Stateless
public class Workflows {
    private final WorkflowRepository store;
    private final WorkflowEditor editing;
    private final CodeCheck codeCheck;
    private final WorkflowSnapshotCache published;
    private final WorkflowEditLock standingStill;

    @Inject
    public Workflows(
            WorkflowRepository store,
            WorkflowEditor editing,
            CodeCheck codeCheck,
            WorkflowSnapshotCache published,
            WorkflowEditLock standingStill) {
        this.store = store;
        this.editing = editing;
        this.codeCheck = codeCheck;
        this.published = published;
        this.standingStill = standingStill;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected Workflows() {
        this(null, null, null, null, null);
    }

    /**
     * Creates a workflow as a draft unless told otherwise; 422 names every bad field, 400 lists the code's findings. One that
     * may not go live without another person's agreement is a draft until they have given it.
     */
    public SaveResult create(NewWorkflow wanted, Actor by) {
        by.requireScope(Scopes.WORKFLOWS_WRITE);
        return editing.create(wanted, by);
    }

    /** The workflow with its code, archived or not; 404 when the viewer sees none. */
    public Workflow get(UUID uuid, Actor viewer) {
        viewer.requireScope(Scopes.WORKFLOWS_READ);
        return shown(row(uuid, viewer));
    }

    /** Workflows within the viewer's organizations that are not archived, without code. */
    public Page<Workflow> list(WorkflowQuery query, Actor viewer, PageRequest page) {
        viewer.requireScope(Scopes.WORKFLOWS_READ);
        return store.list(query.checked(), OrganizationScope.of(viewer), page).map(row -> row.workflow(null));
    }

    /**
     * Changes the fields given. A change of code makes a new version; what alters what would run, or who may agree,
     * cancels pending requests in the same transaction. Where another person has to agree first, nothing holds before.
     *
     * @param ifMatch an entity tag that must still be the current one (409 otherwise); null to not ask
     */
    public SaveResult update(UUID uuid, WorkflowPatch patch, @Nullable String ifMatch, Actor by) {
        by.requireScope(Scopes.WORKFLOWS_WRITE);
        return editing.update(uuid, patch, ifMatch, by);
    }

    /** Archives the workflow; its history stays. 403 for a builtin; archiving it twice has no effect. */
    public void archive(UUID uuid, Actor by) {
        archive(uuid, null, by);
    }

    /** The same; 409 when the entity tag is no longer the workflow's. */
    public void archive(UUID uuid, @Nullable String ifMatch, Actor by) {
        by.requireScope(Scopes.WORKFLOWS_WRITE);
        editing.archive(uuid, ifMatch, by);
    }

    /** Every version, newest first, without code. */
    public List<Version> versions(UUID uuid, Actor viewer) {
        viewer.requireScope(Scopes.WORKFLOWS_READ);
        row(uuid, viewer);
        return store.versions(uuid).stream().map(VersionRow::listed).toList();
    }

    /** One version with its code. */
    public Version version(UUID uuid, int version, Actor viewer) {
        viewer.requireScope(Scopes.WORKFLOWS_READ);
        return versionRow(uuid, version, viewer).whole();
    }

    /** What {@code version} changed against {@code against}, as a unified diff; empty text when nothing. */
    public String diff(UUID uuid, int version, int against, Actor viewer) {
        return Diff.unified(version(uuid, against, viewer), version(uuid, version, viewer));
    }

    /** Makes the code of an old version the current one, as a new version. */
    public SaveResult restore(UUID uuid, int version, Actor by) {
        return restore(uuid, version, null, by);
    }

    /** The same; 409 when the entity tag is no longer the workflow's. */
    public SaveResult restore(UUID uuid, int version, @Nullable String ifMatch, Actor by) {
        by.requireScope(Scopes.WORKFLOWS_WRITE);
        return editing.restore(uuid, versionRow(uuid, version, by).whole(), ifMatch, by);
    }

    /** The save-time check, without saving. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public CodeCheckReport validate(String code, Actor by) {
        by.requireAnyScope(Scopes.WORKFLOWS_READ, Scopes.WORKFLOWS_WRITE);
        return codeCheck.check(code);
    }

    /** Persons who changed the code or a protected field since the last approval. Called by execution. */
    @ServerOnly("execution, which judges whose the workflow is")
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Set<String> editors(UUID uuid) {
        return Set.copyOf(store.editors(uuid));
    }

    /** What execution freezes: the workflow as it stands, active or not; 404 when there is none. For execution. */
    @ServerOnly("execution, which judges whose the workflow is")
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public WorkflowSnapshot published(UUID uuid) {
        return published.get(uuid, () -> {
            WorkflowRow row = store.require(uuid);
            Workflow workflow = shown(row);
            return new WorkflowSnapshot(workflow, effect(workflow).stored(), row.bindingSha256);
        });
    }

    /**
     * Whether what was published may still run and be agreed to as it was read. No edit comes between this answer and the end
     * of the caller's transaction, so that an edit sees whatever was asked before it; to be called late in the transaction.
     * For execution.
     */
    @ServerOnly("execution, in the transaction that asks")
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public boolean stillBinds(WorkflowSnapshot read) {
        return standingStill.binds(read);
    }

    /**
     * Reads and compiles ahead what {@link #published} will be asked for, unless that has been done since the start: so that
     * no transaction waits for a compiler. Nothing happens for a workflow that there is not. For execution.
     */
    @ServerOnly("execution; shows nothing")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void makeReady(UUID uuid) {
        if (!published.knows(uuid) && store.find(uuid).isPresent()) {
            published(uuid);
        }
    }

    private EffectPreview effect(Workflow workflow) {
        Endpoint endpoint = workflow.endpoint();
        if (endpoint != null) {
            return EffectPreview.of(endpoint);
        }
        String code = String.valueOf(workflow.code());
        return new EffectPreview(codeCheck.outline(code), code);
    }

    private WorkflowRow row(UUID uuid, Actor viewer) {
        WorkflowRow row = store.require(uuid);
        row.showTo(viewer);
        return row;
    }

    private VersionRow versionRow(UUID uuid, int version, Actor viewer) {
        row(uuid, viewer);
        return store.version(uuid, version).orElseThrow(() -> Refusal.notFound("version", version));
    }

    private Workflow shown(WorkflowRow row) {
        return row.workflow(store.code(row).orElse(null));
    }
}
