package io.countersign.approvals;

import io.countersign.approvals.change.Admins;
import io.countersign.approvals.json.StoredJson;
import io.countersign.kernel.IndentedJson;
import io.countersign.kernel.ServerOnly;
import io.countersign.security.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Four-eyes principle for what admins configure. A module submits a change here first. If another admin exists who may
 * approve it, the change becomes a request for approval, and the module that observes {@link RequestDecided} applies
 * what {@link #agreedTo} returns. Otherwise the change applies at once.
 */
@ServerOnly("the module that keeps what is changed judges who may change it")
@ApplicationScoped
public class AdminChanges {

    private static final String OPERATION = "operation";
    private static final String NAME = "name";

    private final Changes changes;
    private final Admins admins;

    @Inject
    AdminChanges(Changes changes, Admins admins) {
        this.changes = changes;
        this.admins = admins;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected AdminChanges() {
        this(null, null);
    }

    /**
     * A change that another admin has agreed to, to be carried out at once.
     *
     * @param id of what is changed
     * @param name of what is changed, empty in requests of earlier releases
     * @param fields what is to hold, null where it is to be removed
     */
    public record Agreed(
            Change change,
            AdminChange.Operation operation,
            UUID id,
            String name,
            @Nullable Map<String, Object> fields) {

        /** Whether the thing is another one than the change was made against; null: it is not there. */
        public boolean isStale(@Nullable Number version) {
            return operation != AdminChange.Operation.CREATE
                    && (version == null || !Objects.equals(version.longValue(), change.baseVersion()));
        }

        /** The actor to note in the audit log. */
        public String by() {
            return change.by();
        }
    }

    /** Requests the approval of another admin; empty if nobody else could approve, and the change applies at once. */
    public Optional<SubmissionResult.Pending> ask(AdminChange change, Actor by) {
        return admins.othersThan(by, change.organizationId())
                .map(others -> changes.propose(proposal(change, others), by));
    }

    /** The changes of such things that wait and concern the viewer, oldest first. */
    public List<PendingChange> pending(String subjectType, Actor viewer) {
        return changes.pending(subjectType, viewer);
    }

    /** What this decision has approved, if it is a change of such a subject. */
    public Optional<Agreed> agreedTo(RequestDecided decided, String subjectType) {
        return changes.agreedTo(decided, subjectType).map(AdminChanges::read);
    }

    /** Records that an approved change could no longer be applied. */
    public void dropped(Agreed agreed) {
        changes.dropped(agreed.change(), "changed in between");
    }

    private static Agreed read(Change change) {
        Map<String, Object> payload = change.payload();
        return new Agreed(
                change,
                AdminChange.Operation.valueOf(
                        String.valueOf(payload.get(OPERATION)).toUpperCase(Locale.ROOT)),
                UUID.fromString(change.subjectId()),
                payload.get(NAME) instanceof String name ? name : "",
                StoredJson.object(payload.get(change.subjectType())));
    }

    private static ProposedChange proposal(AdminChange change, Rule others) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put(OPERATION, WireNames.of(change.operation()));
        payload.put(NAME, change.name());
        if (change.after() != null) {
            payload.put(change.subjectType(), change.after());
        }
        Map<String, Object> parameters = new LinkedHashMap<>(payload);
        parameters.put(change.subjectType() + "_uuid", change.id().toString());
        return new ProposedChange(
                change.subjectType(),
                change.id().toString(),
                change.title(),
                payload,
                parameters,
                fields(change),
                change.baseVersion(),
                others,
                RiskLevel.HIGH,
                null,
                Set.of(),
                null,
                change.organizationId());
    }

    private static List<ProposedChange.Field> fields(AdminChange change) {
        return change.fieldNames().stream()
                .map(name -> new ProposedChange.Field(
                        name,
                        AgreementDocument.Form.JSON,
                        text(change, change.old().get(name)),
                        text(change, change.wanted().get(name))))
                .filter(field -> !Objects.equals(field.before(), field.after()))
                .toList();
    }

    private static @Nullable String text(AdminChange change, @Nullable Object value) {
        if (value instanceof List<?> list) {
            return IndentedJson.of(list.stream()
                    .map(item -> change.labels().containsKey(item.toString())
                            ? change.labels().get(item.toString()) + " (" + item + ")"
                            : item)
                    .toList());
        }
        return value == null ? null : IndentedJson.of(value);
    }
}
