package io.countersign.workflows;

import io.countersign.approvals.ApprovalSettings;
import io.countersign.kernel.JsonFields;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.security.OrganizationScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Reads what somebody wants a workflow to be; every bad field is named in one refusal, and nothing is stored. */
@ApplicationScoped
class EditReader {

    private final WorkflowRepository store;
    private final SecretGrants grants;
    private final IntSupplier usualExpiry;

    @Inject
    EditReader(WorkflowRepository store, SecretGrants grants, ApprovalSettings settings) {
        this(store, grants, settings::defaultTimeoutSeconds);
    }

    /** @param usualExpiry seconds after which requests expire when nobody says otherwise */
    EditReader(WorkflowRepository store, SecretGrants grants, IntSupplier usualExpiry) {
        this.store = store;
        this.grants = grants;
        this.usualExpiry = usualExpiry;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected EditReader() {
        this(null, null, (IntSupplier) null);
    }

    /** A workflow that is not there yet. */
    Edit fresh(WorkflowRow row, JsonFields form, Actor by) {
        Definition before = DefinitionSchema.fresh(usualExpiry.getAsInt());
        Definition after = owned(DefinitionSchema.read(form, before, usualExpiry.getAsInt()), form, by);
        String code = codeFor(after, form, null);
        form.refuse();
        return granted(new Edit(row, before, after, null, code, null));
    }

    /** A change of a workflow; {@code by} is null where who asked for it was judged before. */
    Edit change(WorkflowRow row, JsonFields form, @Nullable Actor by) {
        Definition before = row.definition();
        Definition after = DefinitionSchema.read(form, before, usualExpiry.getAsInt());
        if (by != null && form.has("organization_id")) {
            after = owned(after, form, by);
        }
        String oldCode = store.code(row).orElse(null);
        String newCode = codeFor(after, form, oldCode);
        form.refuse();
        return granted(new Edit(row, before, after, oldCode, newCode, null));
    }

    /** An old source that comes back. */
    Edit restore(WorkflowRow row, int version) {
        Definition same = row.definition();
        if (!same.text("kind").equals(WorkflowKind.SCRIPT.wire())) {
            throw Refusal.conflict("Only scripts have versions to restore");
        }
        String code = version(row.uuid, version).code;
        return new Edit(row, same, same, store.code(row).orElse(null), code, version);
    }

    private Edit granted(Edit edit) {
        grants.require(edit);
        return edit;
    }

    private VersionRow version(UUID workflow, int version) {
        return store.version(workflow, version).orElseThrow(() -> Refusal.notFound("version", version));
    }

    private static @Nullable String codeFor(Definition definition, JsonFields form, @Nullable String current) {
        String given = DefinitionSchema.code(form);
        if (!definition.text("kind").equals(WorkflowKind.SCRIPT.wire())) {
            if (given != null) {
                form.wrong("code", "belongs to the kind script");
            }
            return null;
        }
        if (form.isNull("code") || (given == null && current == null && !form.has("code"))) {
            form.wrong("code", "is required for the kind script");
        }
        return given == null ? current : given;
    }

    /** Whoever makes or moves a workflow does so within their own organization. */
    private static Definition owned(Definition definition, JsonFields form, Actor by) {
        OrganizationScope organizationScope = OrganizationScope.of(by);
        String owner = organizationScope.owner(definition.textOrNull("organization_id"));
        if (!organizationScope.mayGiveTo(owner)) {
            form.wrong("organization_id", "must be your own organization");
        }
        return definition.with("organization_id", owner);
    }
}
