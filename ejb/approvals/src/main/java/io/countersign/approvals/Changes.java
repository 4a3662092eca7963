package io.countersign.approvals;

import io.countersign.approvals.AgreementDocument.Entry;
import io.countersign.approvals.AgreementDocument.Form;
import io.countersign.approvals.AgreementDocument.Part;
import io.countersign.approvals.change.ChangeRow;
import io.countersign.approvals.json.StoredJson;
import io.countersign.approvals.request.ApprovalAudit;
import io.countersign.approvals.request.RequestRepository;
import io.countersign.approvals.request.RequestRow;
import io.countersign.approvals.request.RuleJson;
import io.countersign.approvals.storage.Database;
import io.countersign.approvals.submission.RequestCancellation;
import io.countersign.approvals.submission.RequestRevision;
import io.countersign.approvals.submission.RequestingApproval;
import io.countersign.approvals.view.Refusals;
import io.countersign.kernel.CanonicalJson;
import io.countersign.kernel.Refusal;
import io.countersign.kernel.ServerOnly;
import io.countersign.security.Actor;
import io.countersign.security.OrganizationScope;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Changes that apply only after somebody else has approved them. A module submits the change here instead of applying
 * it, observes {@link RequestDecided} inside the transaction, and then applies what {@link #agreedTo} returns. That
 * module decides who may propose a change; who may approve it follows the same rules as every other request.
 */
@ServerOnly("the module that keeps what is changed judges who may change it")
@Stateless
public class Changes {

    private static final int TIMEOUT_SECONDS = 86_400;
    private static final int MAX_SIZE = 1_048_576;

    private final Database database;
    private final RequestRepository requests;
    private final RequestingApproval asking;
    private final RequestCancellation cancelling;
    private final ApprovalAudit trail;
    private final Clock clock;

    @Inject
    Changes(
            Database database,
            RequestRepository requests,
            RequestingApproval asking,
            RequestCancellation cancelling,
            ApprovalAudit trail,
            Clock clock) {
        this.database = database;
        this.requests = requests;
        this.asking = asking;
        this.cancelling = cancelling;
        this.trail = trail;
        this.clock = clock;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    public Changes() {
        this(null, null, null, null, null, null);
    }

    /**
     * Asks other people to agree; the change is stored and nothing of it holds before. Who proposes the same again while it is
     * pending gets the request that there is.
     */
    public SubmissionResult.Pending propose(ProposedChange change, Actor by) {
        String payload = CanonicalJson.write(change.payload());
        Optional<RequestRow> same = samePending(change, payload, by);
        if (same.isPresent()) {
            RequestRow there = same.get();
            return new SubmissionResult.Pending(there.id, there.requestNumber, there.expiresAt);
        }
        List<Entry> terms = change.fields().stream().map(Changes::entry).toList();
        Map<String, Object> arguments = arguments(change, payload);
        refuseTooLarge(payload, AgreementDocument.write(terms), CanonicalJson.write(arguments));
        // a request that no policy governs is never agreed to at once
        SubmissionResult.Pending pending =
                (SubmissionResult.Pending) asking.askUngoverned(ask(change, by, arguments, terms));
        ChangeRow row = new ChangeRow();
        row.requestUuid = pending.id();
        row.subjectType = change.subjectType();
        row.subjectId = change.subjectId();
        row.payload = payload;
        row.baseVersion = change.baseVersion();
        database.entities().persist(row);
        return pending;
    }

    /** What is new has no id to go by yet: then whoever asks and what is asked for tell. */
    private Optional<RequestRow> samePending(ProposedChange change, String payload, Actor by) {
        return database.entities()
                .createQuery("""
                        select r, c from RequestRow r, ChangeRow c where r.id = c.requestUuid and r.status = :pending
                        and c.subjectType = :type and r.requester = :asker order by r.requestedAt""", Object[].class)
                .setParameter("pending", Status.PENDING)
                .setParameter("type", change.subjectType())
                .setParameter("asker", by.person())
                .getResultStream()
                .filter(pair -> isSame((ChangeRow) pair[1], change, payload))
                .map(pair -> (RequestRow) pair[0])
                .filter(row -> row.statusAt(clock.instant()) == Status.PENDING)
                .filter(row -> Objects.equals(hand(row), by.hand()))
                .filter(row -> RuleJson.read(row.rule).equals(RequestingApproval.normal(change.rule())))
                .findFirst();
    }

    private static boolean isSame(ChangeRow row, ProposedChange change, String payload) {
        return (change.baseVersion() == null || row.subjectId.equals(change.subjectId()))
                && Objects.equals(row.baseVersion, change.baseVersion())
                && row.payload.equals(payload);
    }

    /** The change that this decision has approved, if it is about such a subject; to be applied at once. */
    public Optional<Change> agreedTo(RequestDecided decided, String subjectType) {
        if (decided.kind() != Kind.CHANGE || decided.status() != Status.APPROVED) {
            return Optional.empty();
        }
        return Optional.ofNullable(database.entities().find(ChangeRow.class, decided.id()))
                .filter(row -> row.subjectType.equals(subjectType))
                .map(this::read);
    }

    /**
     * The agreed change that its asker comes for, once: NOT_FOUND for anybody else and for changes of other subjects, CONFLICT
     * while it is pending and when it was taken before, APPROVAL_EXPIRED and APPROVAL_ALREADY_DECIDED when it was not agreed to.
     */
    public Change claim(UUID requestId, String subjectType, Actor by, Instant now) {
        RequestRow request = requests.find(requestId)
                .filter(row -> row.requester.equals(by.person()) && by.kind() == Actor.Kind.HUMAN)
                .orElseThrow(() -> Refusal.notFound("approval request", requestId));
        ChangeRow row = database.entities().find(ChangeRow.class, requestId, LockModeType.PESSIMISTIC_WRITE);
        if (row == null || !row.subjectType.equals(subjectType)) {
            throw Refusal.notFound("approval request", requestId);
        }
        if (request.statusAt(now) != Status.APPROVED) {
            Refusals.ifOver(request, now);
            throw Refusal.conflict(request.requestNumber + " is still pending");
        }
        if (row.claimedAt != null) {
            throw Refusal.conflict("What " + request.requestNumber + " gives was taken at " + row.claimedAt);
        }
        row.claimedAt = now;
        return read(row);
    }

    /** The asker's agreed changes of that sort and operation that were not taken yet, oldest first. */
    public List<Change> claimable(String subjectType, String operation, Actor by) {
        return database.entities()
                .createQuery("""
                        select c from ChangeRow c, RequestRow r where r.id = c.requestUuid and r.status = :approved
                        and c.subjectType = :type and c.claimedAt is null and r.requester = :asker
                        order by r.resolvedAt""", ChangeRow.class)
                .setParameter("approved", Status.APPROVED)
                .setParameter("type", subjectType)
                .setParameter("asker", by.person())
                .getResultStream()
                .map(this::read)
                .filter(change -> operation.equals(change.payload().get("operation")))
                .toList();
    }

    /** The changes of such subjects that wait and concern the viewer, oldest first. */
    public List<PendingChange> pending(String subjectType, Actor viewer) {
        Instant now = clock.instant();
        return database.entities()
                .createQuery("""
                        select r, c from RequestRow r, ChangeRow c where r.id = c.requestUuid and r.status = :pending
                        and c.subjectType = :type order by r.requestedAt""", Object[].class)
                .setParameter("pending", Status.PENDING)
                .setParameter("type", subjectType)
                .getResultStream()
                .filter(pair -> concerns((RequestRow) pair[0], viewer, now))
                .map(pair -> pending((RequestRow) pair[0], (ChangeRow) pair[1]))
                .toList();
    }

    private static boolean concerns(RequestRow request, Actor viewer, Instant now) {
        return request.statusAt(now) == Status.PENDING && request.isWithin(OrganizationScope.of(viewer));
    }

    private static PendingChange pending(RequestRow request, ChangeRow change) {
        String title = request.actionDescription == null ? request.requestNumber : request.actionDescription;
        return new PendingChange(request.id, request.requestNumber, change.subjectId, title, request.expiresAt);
    }

    /** Cancels every pending change of the subject; returns how many. */
    public int cancelPending(String subjectType, String subjectId, String reason) {
        List<UUID> pending = database.entities()
                .createQuery("""
                        select c.requestUuid from ChangeRow c, RequestRow r where r.id = c.requestUuid
                        and r.status = :pending and c.subjectType = :type and c.subjectId = :subject
                        order by c.requestUuid""", UUID.class)
                .setParameter("pending", Status.PENDING)
                .setParameter("type", subjectType)
                .setParameter("subject", subjectId)
                .getResultList();
        return (int) pending.stream()
                .filter(id -> cancelling.cancelPending(id, reason))
                .count();
    }

    /** Records that an approved change was not applied, and why. */
    public void dropped(Change change, String why) {
        trail.of(
                "system",
                change.subjectType() + ".change_dropped",
                change.subjectType(),
                UUID.fromString(change.subjectId()),
                Map.of("why", why, "by", change.by()));
    }

    private Change read(ChangeRow row) {
        RequestRow request = requests.require(row.requestUuid);
        return new Change(
                row.requestUuid,
                row.subjectType,
                row.subjectId,
                CanonicalJson.parseObject(row.payload),
                row.baseVersion,
                request.requester,
                request.requesterName(),
                hand(request));
    }

    private static @Nullable String hand(RequestRow request) {
        // a change is asked for once, and not revised by anybody else
        return request.hands == null
                ? null
                : StoredJson.storedStrings(request.hands).stream().findFirst().orElse(null);
    }

    private static ApprovalRequestSpec ask(
            ProposedChange change, Actor by, Map<String, Object> arguments, List<Entry> terms) {
        ProposedChange.Workflow workflow = change.workflow();
        ApprovalRequestSpec.Builder ask = workflow == null
                ? ApprovalRequestSpec.change("change_" + change.subjectType(), by)
                : ApprovalRequestSpec.change("change_" + change.subjectType(), by)
                        .about(workflow.id(), workflow.name());
        return ask.action("CHANGE", change.description())
                .arguments(arguments)
                .terms(terms)
                .reason(Objects.requireNonNullElse(change.reason(), change.description()))
                .riskLevel(change.riskLevel())
                .rule(change.rule())
                .editors(change.editors())
                .organizationId(change.organizationId())
                .timeoutSeconds(TIMEOUT_SECONDS)
                .triggerContext(Map.of(RequestRevision.FIXED, true))
                .build();
    }

    /** What the request's digest covers: the change in short, and the whole of it by its digest. */
    private static Map<String, Object> arguments(ProposedChange change, String payload) {
        Map<String, Object> exactly = new LinkedHashMap<>();
        exactly.put("subject_type", change.subjectType());
        exactly.put("subject_id", change.subjectId());
        exactly.put("base_version", change.baseVersion());
        exactly.put("sha256", CanonicalJson.sha256OfText(payload));
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("parameters", change.parameters());
        arguments.put("change", exactly);
        return arguments;
    }

    private static Entry entry(ProposedChange.Field field) {
        List<String> lines = LineDiff.of(field.form(), field.before(), field.after());
        return field.form() == Form.CODE
                ? Entry.code(Part.WHAT_RUNS, field.name(), String.join("\n", lines))
                : new Entry(Part.WHAT_RUNS, field.name(), Form.LIST, String.join("\n", lines));
    }

    private static void refuseTooLarge(String... texts) {
        for (String text : texts) {
            if (text.length() > MAX_SIZE) {
                throw Refusal.invalid("change", "is larger than people can be asked to agree to at once");
            }
        }
    }
}
