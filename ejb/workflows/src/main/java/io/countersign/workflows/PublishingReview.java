package io.countersign.workflows;

import io.countersign.approvals.AgreementDocument.Form;
import io.countersign.approvals.ChangeTitle;
import io.countersign.approvals.Changes;
import io.countersign.approvals.ProposedChange;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.Rule;
import io.countersign.approvals.SubmissionResult;
import io.countersign.kernel.CanonicalJson;
import io.countersign.kernel.IndentedJson;
import io.countersign.security.Actor;
import io.countersign.security.Directory;
import io.countersign.security.OrganizationScope;
import io.countersign.security.Person;
import io.countersign.security.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides which edits of a workflow need the approval of another person, and requests it. */
@ApplicationScoped
class PublishingReview {

    /** What these changes are called among all that wait for agreement. */
    static final String SUBJECT = "workflow";

    private static final String CODE = "code";
    private static final int MOST_PEOPLE = 50;
    private static final List<String> ROLES = List.of(Roles.WORKFLOW_PUBLISHER, Roles.SOC_ADMIN);

    private final Changes changes;
    private final Directory directory;
    private final WorkflowRepository store;
    private final ReviewScope scope;

    @Inject
    PublishingReview(Changes changes, Directory directory, WorkflowRepository store, ReviewScope scope) {
        this.changes = changes;
        this.directory = directory;
        this.store = store;
        this.scope = scope;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected PublishingReview() {
        this(null, null, null, null);
    }

    /** Whether somebody else has to agree to the edit first: it is of that sort, and there is somebody. */
    boolean needs(Edit edit, Actor by) {
        return scope.covers(edit) && !others(edit, by).isEmpty();
    }

    /** Asks them. */
    SaveResult.Pending ask(Edit edit, Map<String, Object> payload, Actor by) {
        SubmissionResult.Pending pending = changes.propose(proposal(edit, payload, others(edit, by), by), by);
        return new SaveResult.Pending(edit.row().uuid, pending.id(), pending.requestNumber(), pending.expiresAt());
    }

    /** User names of everybody else who may agree to what goes live. */
    private List<String> others(Edit edit, Actor by) {
        Set<Person> people = new LinkedHashSet<>(directory.admins());
        people.addAll(directory.holders(Roles.WORKFLOW_PUBLISHER));
        String organization = edit.after().textOrNull("organization_id");
        return people.stream()
                .filter(person -> !person.id().equals(by.person()))
                .filter(person -> !person.id().equals(by.hand()))
                .filter(person -> OrganizationScope.of(person).covers(organization))
                .map(Person::userName)
                .sorted()
                .limit(MOST_PEOPLE)
                .toList();
    }

    private ProposedChange proposal(Edit edit, Map<String, Object> payload, List<String> others, Actor by) {
        WorkflowRow row = edit.row();
        return new ProposedChange(
                SUBJECT,
                row.uuid.toString(),
                title(edit),
                payload,
                parameters(edit),
                fields(edit),
                row.revision,
                Rule.single(others, ROLES),
                RiskLevel.HIGH,
                null,
                editors(edit, by),
                new ProposedChange.Workflow(row.uuid, row.name),
                row.organizationId);
    }

    private static String title(Edit edit) {
        String what = "the workflow " + edit.row().name;
        if (edit.goesLive()) {
            return "Take " + what + " live";
        }
        Map<String, @Nullable Object> before = new LinkedHashMap<>(edit.before().fields());
        Map<String, @Nullable Object> after = new LinkedHashMap<>(edit.after().fields());
        if (edit.recoded()) {
            before.put(CODE, List.of());
            after.put(CODE, List.of(edit.row().uuid));
        }
        return ChangeTitle.of(what, before, after);
    }

    /** Everybody behind what would run then: those before, whoever asks, and the authors of a source that comes back. */
    private Set<String> editors(Edit edit, Actor by) {
        Set<String> editors = new LinkedHashSet<>(store.editors(edit.row().uuid));
        editors.addAll(Author.of(by).people());
        if (edit.recoded() && edit.newCode() != null) {
            editors.addAll(store.authors(edit.row().uuid, CanonicalJson.sha256OfText(edit.newCode())));
        }
        return editors;
    }

    private static Map<String, Object> parameters(Edit edit) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("workflow_uuid", edit.row().uuid.toString());
        parameters.put("changes", edit.changes());
        if (edit.recoded() && edit.newCode() != null) {
            parameters.put("code_sha256", CanonicalJson.sha256OfText(edit.newCode()));
        }
        return parameters;
    }

    /** What differs; of what goes live or may run unseen also what stays, since nobody may have agreed to it yet. */
    private static List<ProposedChange.Field> fields(Edit edit) {
        boolean whole = showsAll(edit);
        List<ProposedChange.Field> fields = new ArrayList<>();
        edit.after().fields().forEach((name, value) -> {
            Object before = edit.before().fields().get(name);
            boolean same = Objects.equals(text(before), text(value));
            boolean shown = whole && !Objects.equals(text(value), text(DefinitionSchema.DEFAULTS.get(name)));
            if (!same || shown) {
                Form form = value instanceof String || before instanceof String ? Form.VALUE : Form.JSON;
                fields.add(new ProposedChange.Field(name, form, same ? null : text(before), text(value)));
            }
        });
        if (edit.newCode() != null && (edit.recoded() || whole)) {
            fields.add(new ProposedChange.Field(CODE, Form.CODE, whole ? null : edit.oldCode(), edit.newCode()));
        }
        return fields;
    }

    /** Whether people are shown all that would run, code and fields: then they agree to all of it. */
    static boolean showsAll(Edit edit) {
        return edit.goesLive() || ReviewScope.isUnguarded(edit.after());
    }

    /** Withdraws what still waits: it was proposed for a workflow that is another one now. */
    void cancelPending(WorkflowRow row) {
        changes.cancelPending(SUBJECT, row.uuid.toString(), "The workflow was changed in between");
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value instanceof String text ? text : IndentedJson.of(value);
    }
}
