package io.countersign.workflows;

import io.countersign.kernel.JsonFields;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.security.OrganizationScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Handles every change of a workflow: reads the fields, checks the code, locks, requests approval where it is needed,
 * stores.
 */
@ApplicationScoped
class WorkflowEditor {
    /** What a builtin is; everything else of it may be adjusted. */
    private static final Set<String> FIXED_IN_BUILTINS = Set.of("name", "kind", "code", "endpoint", "indicator_types");

    private final WorkflowRepository store;
    private final CodeCheck codeCheck;
    private final NamedPeopleCheck people;
    private final EditReader reader;
    private final PublishingReview review;
    private final StoringEdits stored;
    private final EditLog log;

    @Inject
    WorkflowEditor(
            WorkflowRepository store,
            CodeCheck codeCheck,
            NamedPeopleCheck people,
            EditReader reader,
            PublishingReview review,
            StoringEdits stored,
            EditLog log) {
        this.store = store;
        this.codeCheck = codeCheck;
        this.people = people;
        this.reader = reader;
        this.review = review;
        this.stored = stored;
        this.log = log;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected WorkflowEditor() {
        this(null, null, null, null, null, null, null);
    }

    SaveResult create(NewWorkflow wanted, Actor by) {
        Edit edit = reader.fresh(
                new WorkflowRow(UUID.randomUUID(), by.person(), stored.now()), form(wanted.fields(), by), by);
        ProtectedFields.refuseAgents(edit, by);
        if (edit.newCode() != null) {
            codeCheck.require(edit.newCode());
        }
        if (!review.needs(edit, by)) {
            return new SaveResult.Done(stored.create(edit, Author.of(by)));
        }
        Edit draft = edit.asDraft();
        stored.create(draft, Author.of(by));
        Edit live = new Edit(edit.row(), draft.after(), edit.after(), edit.newCode(), edit.newCode(), null);
        return ask(live, Map.of("fields", Map.of("state", WorkflowState.ACTIVE.wire())), by);
    }

    SaveResult update(UUID uuid, WorkflowPatch patch, @Nullable String ifMatch, Actor by) {
        Object given = patch.fields().get("code");
        editable(store.require(uuid), patch.fields().keySet(), by);
        if (given instanceof String code && code.length() <= DefinitionSchema.CODE_MAX) {
            // before the lock, because a compilation takes its time
            codeCheck.require(code);
        }
        JsonFields form = form(patch.fields(), by);
        WorkflowRow row = lock(uuid, by);
        requireMatch(row, ifMatch);
        return save(reader.change(row, form, by), Map.of("fields", patch.fields()), by);
    }

    SaveResult restore(UUID uuid, Version version, @Nullable String ifMatch, Actor by) {
        editable(store.require(uuid), Set.of("code"), by);
        // before the lock, because a compilation takes its time
        codeCheck.require(String.valueOf(version.code()));
        WorkflowRow row = lock(uuid, by);
        requireMatch(row, ifMatch);
        return save(reader.restore(row, version.version()), Map.of("restore", version.version()), by);
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
        ProtectedFields.refuseAgents(row, by);
        requireMatch(row, ifMatch);
        stored.archive(row, Author.of(by));
    }

    /** The fields given, with what is wrong about the people and roles among them; an agent's are refused anyway. */
    private JsonFields form(Map<String, Object> fields, Actor by) {
        JsonFields form = new JsonFields(fields);
        if (!by.isAgent()) {
            people.unknown(fields).forEach(error -> form.bad(error.field(), error.message()));
        }
        return form;
    }

    private SaveResult save(Edit edit, Map<String, Object> wish, Actor by) {
        ProtectedFields.refuseAgents(edit, by);
        if (review.needs(edit, by)) {
            return ask(edit, wish, by);
        }
        if (!edit.isEmpty()) {
            review.cancelPending(edit.row());
        }
        return new SaveResult.Done(stored.update(edit, Author.of(by)));
    }

    private SaveResult ask(Edit edit, Map<String, Object> wish, Actor by) {
        Map<String, Object> payload = new LinkedHashMap<>(wish);
        payload.put("base", ApprovedEditObserver.base(edit));
        SaveResult.Pending pending = review.ask(edit, payload, by);
        log.note(
                Author.of(by),
                "workflow.change_requested",
                edit.row(),
                Map.of(
                        "approval_request_uuid", pending.approvalRequestUuid().toString(),
                        "changes", edit.changes(),
                        "code", edit.recoded()));
        return pending;
    }

    /** What all organizations see is changed by people without an organization. */
    private static void changeable(WorkflowRow row, Actor by) {
        row.showTo(by);
        if (row.organizationId == null) {
            OrganizationScope.of(by).requireHouse();
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
}
