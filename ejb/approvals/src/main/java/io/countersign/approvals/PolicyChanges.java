package io.countersign.approvals;

import io.countersign.audit.CanonicalJson;
import io.countersign.audit.IndentedJson;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Carries out changes of policies: at once, or when another admin has agreed to exactly that change. */
@Dependent
class PolicyChanges {

    /** What these changes are called among all that wait for agreement. */
    private static final String SUBJECT = "policy";

    /** What is to be done. */
    enum Operation {
        CREATE,
        UPDATE,
        DELETE
    }

    private final PolicyBook book;
    private final Changes changes;
    private final Trail trail;
    private final Clock clock;

    @Inject
    PolicyChanges(PolicyBook book, Changes changes, Trail trail, Clock clock) {
        this.book = book;
        this.changes = changes;
        this.trail = trail;
        this.clock = clock;
    }

    /** The change as other people are asked for it. */
    static ProposedChange proposal(
            Operation operation,
            UUID policyId,
            @Nullable PolicyDraft before,
            @Nullable PolicyDraft after,
            @Nullable Integer baseVersion,
            Rule rule) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("operation", Wire.of(operation));
        if (after != null) {
            payload.put("policy", PolicyJson.toMap(after));
        }
        Map<String, Object> parameters = new LinkedHashMap<>(payload);
        parameters.put("policy_uuid", policyId.toString());
        return new ProposedChange(
                SUBJECT,
                policyId.toString(),
                "Change the rules about who has to agree",
                payload,
                parameters,
                fields(before, after),
                baseVersion == null ? null : Long.valueOf(baseVersion),
                rule,
                RiskLevel.HIGH,
                Wire.of(operation) + " an approval policy",
                Set.of(),
                null,
                null);
    }

    private static List<ProposedChange.Field> fields(@Nullable PolicyDraft before, @Nullable PolicyDraft after) {
        Map<String, Object> old = before == null ? Map.of() : PolicyJson.toMap(before);
        Map<String, Object> wanted = after == null ? Map.of() : PolicyJson.toMap(after);
        Set<String> names = new LinkedHashSet<>(old.keySet());
        names.addAll(wanted.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(text(old.get(name)), text(wanted.get(name))))
                .map(name -> new ProposedChange.Field(
                        name, AgreementDocument.Form.JSON, text(old.get(name)), text(wanted.get(name))))
                .toList();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : IndentedJson.of(value);
    }

    /** A request that stands for a change was approved: the change happens in the approval's own transaction. */
    void approved(@Observes(during = TransactionPhase.IN_PROGRESS) RequestDecided event) {
        changes.agreedTo(event, SUBJECT).ifPresent(this::carryOut);
    }

    private void carryOut(Change change) {
        UUID id = UUID.fromString(change.subjectId());
        Operation operation = Operation.valueOf(
                String.valueOf(change.payload().get("operation")).toUpperCase(Locale.ROOT));
        Map<String, Object> wanted = Json.object(change.payload().get("policy"));
        PolicyDraft draft = wanted == null ? null : PolicyJson.draft(wanted);
        PolicyRow row = book.find(id).orElse(null);
        if (row != null) {
            book.lock(row);
        }
        if (isStale(change, operation, row) || isNameTaken(id, draft)) {
            changes.dropped(change, "changed in between");
            return;
        }
        switch (operation) {
            case CREATE -> create(id, Objects.requireNonNull(draft), change.by());
            case UPDATE -> update(Objects.requireNonNull(row), Objects.requireNonNull(draft), change.by());
            case DELETE -> delete(Objects.requireNonNull(row), change.by());
        }
    }

    private static boolean isStale(Change change, Operation operation, @Nullable PolicyRow row) {
        return operation != Operation.CREATE
                && (row == null
                        || row.version == null
                        || !Objects.equals(Long.valueOf(row.version), change.baseVersion()));
    }

    private boolean isNameTaken(UUID id, @Nullable PolicyDraft draft) {
        return draft != null
                && book.named(draft.name())
                        .filter(other -> !other.id.equals(id))
                        .isPresent();
    }

    PolicyRow create(UUID id, PolicyDraft draft, String by) {
        PolicyRow row = new PolicyRow();
        row.id = id;
        row.createdAt = now();
        fill(row, draft);
        book.add(row);
        trail.of(by, "policy.created", "policy", id, details(draft));
        return row;
    }

    void update(PolicyRow row, PolicyDraft draft, String by) {
        Map<String, Object> details = new LinkedHashMap<>(details(draft));
        details.put("before", PolicyJson.toMap(PolicyJson.draft(PolicyJson.read(row))));
        fill(row, draft);
        trail.of(by, "policy.updated", "policy", row.id, details);
    }

    void delete(PolicyRow row, String by) {
        trail.of(by, "policy.deleted", "policy", row.id, details(PolicyJson.draft(PolicyJson.read(row))));
        book.remove(row);
    }

    private void fill(PolicyRow row, PolicyDraft draft) {
        row.name = draft.name();
        row.kind = draft.kind();
        row.enabled = draft.enabled();
        row.priority = draft.priority();
        row.conditions = CanonicalJson.write(PolicyJson.toMap(draft.when()));
        row.outcome = CanonicalJson.write(PolicyJson.toMap(draft.then()));
        row.updatedAt = now();
    }

    private static Map<String, Object> details(PolicyDraft draft) {
        return PolicyJson.toMap(draft);
    }

    private Instant now() {
        return Times.micros(clock.instant());
    }
}
