package io.countersign.gateway.server;

import io.countersign.approvals.AdminChange;
import io.countersign.approvals.AdminChanges;
import io.countersign.approvals.Change;
import io.countersign.approvals.PendingChange;
import io.countersign.approvals.RequestDecided;
import io.countersign.approvals.SubmissionResult;
import io.countersign.audit.Audit;
import io.countersign.audit.AuditEntry;
import io.countersign.gateway.ServerListing;
import io.countersign.security.Actor;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stores changes of servers: at once, or when another administrator has agreed to exactly that change. */
@Dependent
public class ServerChanges {

    /** What these changes are called among all that wait for agreement. */
    static final String SUBJECT = "mcp_server";

    /** Under which the tools that a new server listed go with it, so that whoever agrees sees what is accepted. */
    private static final String LISTED = "listed_tools";

    private final ServerRepository store;
    private final ToolAcceptance tools;
    private final AdminChanges changes;
    private final Audit audit;
    private final Clock clock;
    private final Event<ServerChanged> changed;

    @Inject
    public ServerChanges(
            ServerRepository store,
            ToolAcceptance tools,
            AdminChanges changes,
            Audit audit,
            Clock clock,
            Event<ServerChanged> changed) {
        this.store = store;
        this.tools = tools;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
        this.changed = changed;
    }

    /** Asks another administrator to agree to a new server with the tools that it lists; empty where there is none. */
    public Optional<SubmissionResult.Pending> askToCreate(
            UUID uuid, ServerDraft draft, ServerListing listing, Actor by) {
        Map<String, Object> after = new LinkedHashMap<>(draft.toMap());
        if (listing.reached()) {
            after.put(LISTED, listing.tools().stream().map(Fingerprint::covered).toList());
        }
        return ask(uuid, draft, null, after, null, by);
    }

    /** Asks another administrator to agree to another definition. */
    public Optional<SubmissionResult.Pending> askToUpdate(McpServerRow row, ServerDraft after, Actor by) {
        ServerDraft before = row.draft();
        // a server that leaves an organization, or comes to one, is a matter for administrators without an organization
        boolean moves = !Objects.equals(before.organizationId(), after.organizationId());
        return ask(row.uuid, moves ? after.ownedBy(null) : after, before.toMap(), after.toMap(), row.revision, by);
    }

    private Optional<SubmissionResult.Pending> ask(
            UUID uuid,
            ServerDraft shown,
            @Nullable Map<String, Object> before,
            Map<String, Object> after,
            @Nullable Long baseVersion,
            Actor by) {
        return changes.ask(
                new AdminChange(
                        SUBJECT,
                        "MCP server",
                        shown.name(),
                        uuid,
                        before,
                        after,
                        Map.of(),
                        baseVersion,
                        shown.organizationId()),
                by);
    }

    public List<PendingChange> pending(Actor viewer) {
        return changes.pending(SUBJECT, viewer);
    }

    void approved(@Observes(during = TransactionPhase.IN_PROGRESS) RequestDecided event) {
        changes.agreedTo(event, SUBJECT).ifPresent(this::carryOut);
    }

    private void carryOut(AdminChanges.Agreed agreed) {
        Map<String, Object> fields = new LinkedHashMap<>(Objects.requireNonNull(agreed.fields()));
        Object listed = fields.remove(LISTED);
        ServerDraft draft = ServerDraft.of(fields);
        McpServerRow row = store.find(agreed.id()).orElse(null);
        if (row != null) {
            store.lock(row);
        }
        boolean taken = store.byName(draft.name())
                .filter(other -> !other.uuid.equals(agreed.id()))
                .isPresent();
        if (taken || agreed.isStale(row == null ? null : row.revision)) {
            changes.dropped(agreed);
            return;
        }
        switch (agreed.operation()) {
            case CREATE -> create(agreed.id(), draft, listing(listed), agreed.by(), Map.of(), hands(agreed.change()));
            case UPDATE -> update(Objects.requireNonNull(row), draft, agreed.by(), Map.of(), hands(agreed.change()));
            case DELETE -> throw new IllegalStateException("a server is removed without asking anybody");
        }
    }

    @SuppressWarnings("unchecked")
    private static ServerListing listing(@Nullable Object listed) {
        return listed instanceof List<?> list
                ? new ServerListing(true, (List<Map<String, Object>>) list)
                : ServerListing.NONE;
    }

    public McpServerRow create(UUID uuid, ServerDraft draft, ServerListing listing, Actor by) {
        return create(uuid, draft, listing, by.userName(), through(by), hands(by));
    }

    private McpServerRow create(
            UUID uuid,
            ServerDraft draft,
            ServerListing listing,
            String by,
            Map<String, Object> more,
            Set<String> editors) {
        McpServerRow row = new McpServerRow(uuid, now());
        row.editedBy(editors);
        row.fill(draft, row.createdAt);
        if (listing.reached()) {
            row.listedAt = row.createdAt;
        }
        store.add(row);
        store.flush();
        record(by, "mcp_server.created", row, more);
        tools.register(row, listing, by);
        return row;
    }

    public void update(McpServerRow row, ServerDraft draft, Actor by) {
        update(row, draft, by.userName(), through(by), hands(by));
    }

    private void update(McpServerRow row, ServerDraft draft, String by, Map<String, Object> more, Set<String> editors) {
        row.editedBy(editors);
        Map<String, Object> details = new LinkedHashMap<>(more);
        details.put("before", row.draft().toMap());
        row.fill(draft, now());
        store.flush();
        record(by, "mcp_server.updated", row, details);
        changed.fire(new ServerChanged(row.uuid, null, "The MCP server " + row.name + " was changed"));
    }

    public void delete(McpServerRow row, Actor by) {
        record(by.userName(), "mcp_server.deleted", row, through(by));
        changed.fire(new ServerChanged(row.uuid, null, "The MCP server " + row.name + " was removed"));
        store.remove(row);
        store.flush();
    }

    /** Whoever changes something, and whoever made the key by which they do. */
    static Set<String> hands(Actor by) {
        return Stream.of(by.person(), by.hand()).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    static Set<String> hands(Change change) {
        return Stream.of(change.requester(), change.hand())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Map<String, Object> through(Actor by) {
        return Map.of("credential", by.credential().toMap());
    }

    private void record(String by, String action, McpServerRow row, Map<String, Object> more) {
        Map<String, Object> details = new LinkedHashMap<>(row.draft().toMap());
        details.putAll(more);
        audit.record(new AuditEntry(by, action, SUBJECT, row.uuid, details, row.organizationId));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
