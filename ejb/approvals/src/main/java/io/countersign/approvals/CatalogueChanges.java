package io.countersign.approvals;

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

/** Carries out changes of the catalogue: at once, or when another admin has agreed to exactly that change. */
@Dependent
class CatalogueChanges {

    private static final String SUBJECT = "tool";

    /** What is to be done. */
    enum Operation {
        CREATE,
        UPDATE,
        DELETE
    }

    private final CatalogueBook book;
    private final Changes changes;
    private final Trail trail;
    private final Clock clock;

    @Inject
    CatalogueChanges(CatalogueBook book, Changes changes, Trail trail, Clock clock) {
        this.book = book;
        this.changes = changes;
        this.trail = trail;
        this.clock = clock;
    }

    /** The change as other people are asked for it. */
    static ProposedChange proposal(
            Operation operation,
            UUID id,
            @Nullable CatalogueDraft before,
            @Nullable CatalogueDraft after,
            @Nullable Integer baseVersion,
            Rule rule) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("operation", Wire.of(operation));
        if (after != null) {
            payload.put("tool", toMap(after));
        }
        Map<String, Object> parameters = new LinkedHashMap<>(payload);
        parameters.put("tool_uuid", id.toString());
        CatalogueDraft shown = after == null ? Objects.requireNonNull(before) : after;
        return new ProposedChange(
                SUBJECT,
                id.toString(),
                "Change what the catalogue asks for of the tool " + shown.toolName(),
                payload,
                parameters,
                fields(before, after),
                baseVersion == null ? null : Long.valueOf(baseVersion),
                rule,
                RiskLevel.HIGH,
                Wire.of(operation) + " an entry of the catalogue",
                Set.of(),
                null,
                before != null && !Objects.equals(before.organizationId(), shown.organizationId())
                        ? null
                        : shown.organizationId());
    }

    private static List<ProposedChange.Field> fields(@Nullable CatalogueDraft before, @Nullable CatalogueDraft after) {
        Map<String, Object> old = before == null ? Map.of() : toMap(before);
        Map<String, Object> wanted = after == null ? Map.of() : toMap(after);
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
        Map<String, Object> wanted = Json.object(change.payload().get("tool"));
        CatalogueDraft draft = wanted == null ? null : fromMap(wanted);
        CatalogueRow row = book.find(id).orElse(null);
        if (row != null) {
            book.lock(row);
        }
        boolean stale = operation != Operation.CREATE
                && (row == null
                        || row.version == null
                        || !Objects.equals(Long.valueOf(row.version), change.baseVersion()));
        boolean taken = draft != null
                && book.at(CatalogueRow.place(draft))
                        .filter(other -> !other.id.equals(id))
                        .isPresent();
        if (stale || taken) {
            changes.dropped(change, "changed in between");
            return;
        }
        switch (operation) {
            case CREATE -> create(id, Objects.requireNonNull(draft), change.by());
            case UPDATE -> update(Objects.requireNonNull(row), Objects.requireNonNull(draft), change.by());
            case DELETE -> delete(Objects.requireNonNull(row), change.by());
        }
    }

    CatalogueRow create(UUID id, CatalogueDraft draft, String by) {
        CatalogueRow row = new CatalogueRow();
        row.id = id;
        row.createdAt = now();
        row.fill(draft, row.createdAt);
        book.add(row);
        trail.of(by, "tool.created", SUBJECT, id, toMap(draft));
        return row;
    }

    void update(CatalogueRow row, CatalogueDraft draft, String by) {
        Map<String, Object> details = new LinkedHashMap<>(toMap(draft));
        details.put("before", toMap(draft(row)));
        row.fill(draft, now());
        trail.of(by, "tool.updated", SUBJECT, row.id, details);
    }

    void delete(CatalogueRow row, String by) {
        trail.of(by, "tool.deleted", SUBJECT, row.id, toMap(draft(row)));
        book.remove(row);
    }

    static CatalogueDraft draft(CatalogueRow row) {
        return new CatalogueDraft(
                row.toolName,
                row.actionType,
                row.riskLevel,
                RuleJson.read(row.rule),
                row.timeoutSeconds,
                row.organizationId);
    }

    private static Map<String, Object> toMap(CatalogueDraft draft) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("tool_name", draft.toolName());
        put(map, "action_type", draft.actionType());
        map.put("risk_level", draft.riskLevel().toString());
        map.putAll(RuleJson.toMap(draft.rule()));
        put(map, "timeout_seconds", draft.timeoutSeconds());
        put(map, "organization_id", draft.organizationId());
        return map;
    }

    private static CatalogueDraft fromMap(Map<String, Object> map) {
        return new CatalogueDraft(
                String.valueOf(map.get("tool_name")),
                map.get("action_type") instanceof String type ? type : null,
                RiskLevel.parse(String.valueOf(map.get("risk_level"))),
                RuleJson.fromMap(map),
                map.get("timeout_seconds") instanceof Number seconds ? Integer.valueOf(seconds.intValue()) : null,
                map.get("organization_id") instanceof String organization ? organization : null);
    }

    private static void put(Map<String, Object> map, String key, @Nullable Object value) {
        if (value != null) {
            map.put(key, value);
        }
    }

    private Instant now() {
        return Times.micros(clock.instant());
    }
}
