package io.countersign.workflows;

import io.countersign.approvals.Approvals;
import io.countersign.audit.Audit;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.CanonicalJson;
import io.countersign.security.Actor;
import io.countersign.security.Purview;
import io.countersign.security.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Every change of a workflow: read the fields, check the code, lock, store, cancel what it invalidates, audit. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
class Editing {
    /** What a builtin is; everything else of it may be adjusted. */
    private static final Set<String> FIXED_IN_BUILTINS = Set.of("name", "kind", "code", "endpoint", "indicator_types");

    @Inject
    private WorkflowStore store;

    @Inject
    private CodeCheck codeCheck;

    @Inject
    private Approvals approvals;

    @Inject
    private Audit audit;

    @Inject
    private Event<WorkflowChanged> changed;

    @Inject
    private Clock clock;

    Workflow create(NewWorkflow wanted, Actor by) {
        Form form = new Form(wanted.fields());
        Definition definition =
                owned(DefinitionForm.read(form, DefinitionForm.fresh(usualExpiry()), usualExpiry()), form, by);
        String code = codeFor(definition, form, null);
        form.refuse();
        if (code != null) {
            codeCheck.require(code);
        }
        WorkflowRow row = new WorkflowRow(UUID.randomUUID(), by.person(), now());
        row.define(definition, digest(definition, code));
        store.add(row);
        if (code != null) {
            store.add(new VersionRow(row.uuid, 1, row.sha256, by.person(), row.createdAt, code));
        }
        store.flush();
        record(by, "workflow.created", row, Map.of("name", row.name, "state", row.state));
        return row.workflow(code);
    }

    Workflow update(UUID uuid, WorkflowPatch patch, @Nullable String ifMatch, Actor by) {
        Object given = patch.fields().get("code");
        editable(store.require(uuid), patch.fields().keySet(), by);
        if (given instanceof String code && code.length() <= DefinitionForm.CODE_MAX) {
            // before the lock, because a compilation takes its time
            codeCheck.require(code);
        }
        WorkflowRow row = lock(uuid, by);
        requireMatch(row, ifMatch);
        Form form = new Form(patch.fields());
        Definition before = row.definition();
        Definition after = DefinitionForm.read(form, before, usualExpiry());
        if (form.has("organization_id")) {
            after = owned(after, form, by);
        }
        String oldCode = store.code(row).orElse(null);
        String newCode = codeFor(after, form, oldCode);
        form.refuse();
        apply(row, before, after, oldCode, newCode, by);
        return row.workflow(newCode);
    }

    Workflow restore(UUID uuid, Version version, @Nullable String ifMatch, Actor by) {
        String restored = String.valueOf(version.code());
        editable(store.require(uuid), Set.of("code"), by);
        // before the lock, because a compilation takes its time
        codeCheck.require(restored);
        WorkflowRow row = lock(uuid, by);
        requireMatch(row, ifMatch);
        Definition same = row.definition();
        if (!same.text("kind").equals(WorkflowKind.SCRIPT.wire())) {
            throw Refusal.conflict("Only scripts have versions to restore");
        }
        newVersion(row, restored, by);
        finish(row, same, same, List.of("code"), Map.of("restored_version", version.version()), by);
        return row.workflow(restored);
    }

    void archive(UUID uuid, @Nullable String ifMatch, Actor by) {
        WorkflowRow row = store.lock(uuid).orElseThrow(() -> Refusal.notFound("workflow", uuid));
        changeable(row, by);
        if (row.builtin != null) {
            throw Refusal.forbidden("builtin", "A builtin workflow cannot be archived; set its state to inactive");
        }
        if (row.archivedAt != null) {
            return;
        }
        requireMatch(row, ifMatch);
        row.archivedAt = now();
        row.updatedAt = row.archivedAt;
        store.flush();
        approvals.cancelForWorkflow(uuid, "The workflow was archived");
        record(by, "workflow.archived", row, Map.of("name", row.name));
        changed.fire(new WorkflowChanged(uuid, true));
    }

    private void apply(
            WorkflowRow row,
            Definition before,
            Definition after,
            @Nullable String oldCode,
            @Nullable String newCode,
            Actor by) {
        Map<String, Object> changes = new LinkedHashMap<>(before.changesTo(after));
        boolean recoded = newCode != null && !newCode.equals(oldCode);
        if (changes.isEmpty() && !recoded) {
            return;
        }
        List<String> binding = new ArrayList<>(Definition.bindingAmong(changes.keySet()));
        row.define(after, digest(after, newCode));
        row.stateChosen |= changes.containsKey("state");
        if (recoded && newCode != null) {
            newVersion(row, newCode, by);
            binding.add(0, "code");
        }
        finish(row, before, after, binding, changes.isEmpty() ? Map.of() : Map.of("changes", changes), by);
    }

    private void newVersion(WorkflowRow row, String code, Actor by) {
        row.codeVersion = store.versions(row.uuid).stream()
                        .mapToInt(v -> v.key.version())
                        .max()
                        .orElse(0)
                + 1;
        row.define(row.definition(), CanonicalJson.sha256OfText(code));
        store.add(new VersionRow(row.uuid, row.codeVersion, row.sha256, by.person(), now(), code));
    }

    private void finish(
            WorkflowRow row,
            Definition before,
            Definition after,
            List<String> binding,
            Map<String, Object> details,
            Actor by) {
        if (!binding.isEmpty()) {
            row.lastEditor = by.person();
        }
        row.updatedAt = now();
        store.flush();
        boolean stopped =
                !before.text("state").equals(after.text("state")) && !row.state.equals(WorkflowState.ACTIVE.wire());
        if (!binding.isEmpty() || stopped) {
            approvals.cancelForWorkflow(
                    row.uuid,
                    binding.isEmpty()
                            ? "The workflow was set to " + row.state
                            : "The workflow was changed: " + String.join(", ", binding));
        }
        if (!before.text("state").equals(after.text("state"))) {
            record(by, "workflow.state_changed", row, Map.of("from", before.text("state"), "to", row.state));
        }
        Map<String, Object> all = new LinkedHashMap<>(details);
        all.put("invalidates_approvals", !binding.isEmpty() || stopped);
        record(by, "workflow.updated", row, all);
        changed.fire(new WorkflowChanged(row.uuid, !binding.isEmpty() || stopped));
    }

    private @Nullable String codeFor(Definition definition, Form form, @Nullable String current) {
        String given = DefinitionForm.code(form);
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
    private static Definition owned(Definition definition, Form form, Actor by) {
        Purview purview = Purview.of(by);
        String owner = purview.owner(definition.textOrNull("organization_id"));
        if (!purview.mayGiveTo(owner)) {
            form.wrong("organization_id", "must be your own organization");
        }
        return definition.with("organization_id", owner);
    }

    /** What all organizations see is the house's to change. */
    private static void changeable(WorkflowRow row, Actor by) {
        row.showTo(by);
        if (row.organizationId == null) {
            Purview.of(by).requireHouse();
        }
    }

    private static void editable(WorkflowRow row, Set<String> fields, Actor by) {
        changeable(row, by);
        if (row.archivedAt != null) {
            throw Refusal.conflict("The workflow is archived");
        }
        if (row.builtin != null) {
            fields.stream().filter(FIXED_IN_BUILTINS::contains).findFirst().ifPresent(field -> {
                throw Refusal.forbidden("builtin", "The field " + field + " of a builtin workflow cannot be changed");
            });
        }
    }

    private WorkflowRow lock(UUID uuid, Actor by) {
        WorkflowRow row = store.lock(uuid).orElseThrow(() -> Refusal.notFound("workflow", uuid));
        editable(row, Set.of(), by);
        return row;
    }

    private static void requireMatch(WorkflowRow row, @Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return;
        }
        String current = "w" + row.revision;
        for (String tag : ifMatch.split(",", -1)) {
            if (tag.strip().replaceFirst("^W/", "").replace("\"", "").equals(current)) {
                return;
            }
        }
        throw Refusal.conflict("The workflow has changed since you read it; read it again");
    }

    private static String digest(Definition definition, @Nullable String code) {
        return code == null ? definition.endpointSha256() : CanonicalJson.sha256OfText(code);
    }

    private void record(Actor by, String action, WorkflowRow row, Map<String, Object> details) {
        Map<String, Object> all = new LinkedHashMap<>(details);
        all.put("code_version", row.codeVersion);
        all.put("sha256", row.sha256);
        all.put("by", by.label());
        all.put("credential", by.credential().toMap());
        audit.record(new AuditEntry(by.userName(), action, "workflow", row.uuid, all, row.organizationId));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Seconds after which requests expire when nobody says otherwise. */
    private static int usualExpiry() {
        return ConfigProvider.getConfig()
                .getOptionalValue("approval.default.timeout.seconds", Integer.class)
                .orElse(3600);
    }
}
