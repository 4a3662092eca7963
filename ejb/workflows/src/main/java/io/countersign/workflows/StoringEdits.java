package io.countersign.workflows;

import io.countersign.approvals.Approvals;
import io.countersign.kernel.CanonicalJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores an edit that may be carried out: the new state, its version, its editor; cancels what it invalidates; audits. */
@ApplicationScoped
class StoringEdits {

    private final WorkflowRepository store;
    private final Approvals approvals;
    private final EditLog log;
    private final Event<WorkflowChanged> changed;
    private final Clock clock;

    @Inject
    StoringEdits(
            WorkflowRepository store, Approvals approvals, EditLog log, Event<WorkflowChanged> changed, Clock clock) {
        this.store = store;
        this.approvals = approvals;
        this.log = log;
        this.changed = changed;
        this.clock = clock;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected StoringEdits() {
        this(null, null, null, null, null);
    }

    /** A workflow that is not there yet. */
    Workflow create(Edit edit, Author by) {
        WorkflowRow row = edit.row();
        String code = edit.newCode();
        row.define(edit.after(), digest(edit.after(), code));
        store.add(row);
        if (code != null) {
            store.add(new VersionRow(row.uuid, 1, row.sha256, by, row.createdAt, code));
        }
        addEditors(row, by.people(), row.createdAt);
        store.flush();
        log.note(by, "workflow.created", row, Map.of("name", row.name, "state", row.state));
        return row.workflow(code);
    }

    /** A change of one that is there, and locked. */
    Workflow update(Edit edit, Author by) {
        WorkflowRow row = edit.row();
        if (!edit.isEmpty()) {
            row.define(edit.after(), digest(edit.after(), edit.newCode()));
            row.stateChosen |= edit.changesState();
            if (edit.recoded() && edit.newCode() != null) {
                newVersion(row, edit.newCode(), by);
            }
            finish(edit, by);
        }
        return row.workflow(edit.newCode());
    }

    /** Takes it out of use for good. */
    void archive(WorkflowRow row, Author by) {
        row.archivedAt = now();
        row.updatedAt = row.archivedAt;
        store.flush();
        approvals.cancelForWorkflow(row.uuid, "The workflow was archived");
        log.note(by, "workflow.archived", row, Map.of("name", row.name));
        changed.fire(new WorkflowChanged(row.uuid, true));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void newVersion(WorkflowRow row, String code, Author by) {
        row.codeVersion = store.versions(row.uuid).stream()
                        .mapToInt(v -> v.key.version())
                        .max()
                        .orElse(0)
                + 1;
        row.define(row.definition(), CanonicalJson.sha256OfText(code));
        addEditors(row, store.authors(row.uuid, row.sha256), now());
        store.add(new VersionRow(row.uuid, row.codeVersion, row.sha256, by, now(), code));
    }

    private void finish(Edit edit, Author by) {
        WorkflowRow row = edit.row();
        List<String> binding = edit.binding();
        row.updatedAt = now();
        if (!binding.isEmpty()) {
            row.lastEditor = by.person();
        }
        if (ProtectedFields.touchedBy(edit)) {
            addEditors(row, by.people(), row.updatedAt);
        }
        store.flush();
        boolean invalidates = !binding.isEmpty() || edit.stops();
        if (invalidates) {
            approvals.cancelForWorkflow(
                    row.uuid,
                    binding.isEmpty()
                            ? "The workflow was set to " + row.state
                            : "The workflow was changed: " + String.join(", ", binding));
        }
        if (edit.changesState()) {
            log.note(
                    by,
                    "workflow.state_changed",
                    row,
                    Map.of("from", edit.before().text("state"), "to", row.state));
        }
        Map<String, Object> details = new LinkedHashMap<>(edit.details());
        details.put("invalidates_approvals", invalidates);
        log.note(by, "workflow.updated", row, details);
        changed.fire(new WorkflowChanged(row.uuid, invalidates));
    }

    void addEditors(WorkflowRow row, Set<String> people, Instant when) {
        people.forEach(person -> store.add(new EditRow(row.uuid, person, when)));
    }

    private static String digest(Definition definition, @Nullable String code) {
        return code == null ? definition.endpointSha256() : CanonicalJson.sha256OfText(code);
    }
}
