package io.countersign.gateway.server;

import io.countersign.approvals.AdminChange;
import io.countersign.approvals.AdminChanges;
import io.countersign.approvals.RequestDecided;
import io.countersign.approvals.SubmissionResult;
import io.countersign.audit.Audit;
import io.countersign.audit.AuditEntry;
import io.countersign.gateway.CallMode;
import io.countersign.gateway.ServerListing;
import io.countersign.gateway.ToolStatus;
import io.countersign.kernel.CanonicalJson;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tools of a server may be listed and called: those that an administrator has accepted as they are listed now. One that
 * appears or changes is neither listed nor called until then.
 */
@Dependent
public class ToolAcceptance {

    /** What these changes are called among all that wait for agreement. */
    static final String SUBJECT = "mcp_tool";

    private static final String FINGERPRINT = "fingerprint";
    private static final String MODE = "mode";

    private final ServerRepository store;
    private final AdminChanges changes;
    private final Audit audit;
    private final Event<ServerChanged> changed;

    @Inject
    public ToolAcceptance(ServerRepository store, AdminChanges changes, Audit audit, Event<ServerChanged> changed) {
        this.store = store;
        this.changes = changes;
        this.audit = audit;
        this.changed = changed;
    }

    /** The first list of a new server: all of it is accepted, for that is what was registered. */
    void register(McpServerRow server, ServerListing listing, String by) {
        for (Map<String, Object> definition : listing.tools()) {
            String name = String.valueOf(definition.get("name"));
            if (store.tool(server.uuid, name).isPresent()) {
                // a name that is listed twice tells nobody which of them would be called: neither is
                continue;
            }
            McpToolRow row = new McpToolRow(server.uuid, name);
            row.list(definition);
            if (isOnce(name, listing)) {
                row.accept(null, true);
            }
            store.add(row);
            store.flush();
            record(by, "mcp_tool.registered", server, row, Map.of());
        }
    }

    private static boolean isOnce(String name, ServerListing listing) {
        return listing.tools().stream()
                        .filter(tool -> name.equals(tool.get("name")))
                        .count()
                == 1;
    }

    /** A later list, under the lock of the server's row: what is new, other or gone is not called from now on. */
    public void relist(McpServerRow server, ServerListing listing) {
        Set<String> listed = new HashSet<>();
        for (Map<String, Object> definition : listing.tools()) {
            String name = String.valueOf(definition.get("name"));
            Map<String, Object> known = isOnce(name, listing)
                    ? definition
                    : Map.of("name", name, "description", "This name is listed more than once", "title", name);
            if (!listed.add(name)) {
                continue;
            }
            McpToolRow row = store.tool(server.uuid, name).orElse(null);
            boolean unknown = row == null;
            McpToolRow kept = row == null ? new McpToolRow(server.uuid, name) : row;
            String before = unknown ? "" : kept.fingerprint;
            if (!kept.list(known)) {
                continue;
            }
            if (unknown) {
                store.add(kept);
            }
            if (!kept.fingerprint.equals(before)) {
                record("system", unknown ? "mcp_tool.appeared" : "mcp_tool.changed", server, kept, Map.of());
                tell(server, kept, "The tool " + kept.name + " is not the one that was asked for any more");
            }
        }
        for (McpToolRow row : store.tools(server.uuid)) {
            if (row.present && !listed.contains(row.name)) {
                row.present = false;
                record("system", "mcp_tool.gone", server, row, Map.of());
                tell(server, row, "The tool " + row.name + " is not listed by its server any more");
            }
        }
        store.flush();
    }

    private void tell(McpServerRow server, McpToolRow row, String why) {
        changed.fire(new ServerChanged(server.uuid, row.name, why));
    }

    /**
     * Accepts a tool as it is listed, or asks another administrator to, once there is one.
     *
     * @param fingerprint of what the administrator has seen; CONFLICT when it is another one by now
     */
    public Optional<SubmissionResult.Pending> accept(
            McpServerRow server, String tool, String fingerprint, @Nullable CallMode mode, Actor by) {
        McpToolRow row = store.tool(server.uuid, tool)
                .filter(one -> one.present)
                .orElseThrow(() -> Refusal.notFound("tool", tool));
        store.refresh(row);
        if (!row.fingerprint.equals(fingerprint)) {
            throw Refusal.conflict("The tool is another one than the fingerprint tells; look at it again");
        }
        if (row.status(server.draft()) == ToolStatus.HIDDEN) {
            throw Refusal.invalid("name", "is of a tool that is hidden, or that cannot be named here");
        }
        Map<String, Object> before = row.accepted == null
                ? null
                : terms(CanonicalJson.parseObject(row.accepted), row.acceptedFingerprint, row.acceptedMode);
        Optional<SubmissionResult.Pending> pending = changes.ask(
                new AdminChange(
                        SUBJECT,
                        "tool of an MCP server",
                        McpToolRow.fullName(server.name, tool),
                        row.uuid,
                        before,
                        terms(row.definition(), row.fingerprint, mode),
                        Map.of(),
                        before == null ? null : Long.valueOf(row.revision),
                        server.organizationId),
                by);
        if (pending.isEmpty()) {
            server.editedBy(ServerChanges.hands(by));
            accept(
                    server,
                    row,
                    mode,
                    by.userName(),
                    Map.of("credential", by.credential().toMap()));
        }
        return pending;
    }

    /** What whoever agrees reads: everything that the server says of the tool. */
    private static Map<String, Object> terms(
            Map<String, Object> definition, @Nullable String fingerprint, @Nullable CallMode mode) {
        Map<String, Object> terms = new LinkedHashMap<>(definition);
        terms.put(FINGERPRINT, String.valueOf(fingerprint));
        terms.put(MODE, mode == null ? "unchanged" : mode.toString());
        return terms;
    }

    void approved(@Observes(during = TransactionPhase.IN_PROGRESS) RequestDecided event) {
        changes.agreedTo(event, SUBJECT).ifPresent(this::carryOut);
    }

    private void carryOut(AdminChanges.Agreed agreed) {
        Map<String, Object> fields = Objects.requireNonNull(agreed.fields());
        McpToolRow row = store.toolOf(agreed.id()).orElse(null);
        McpServerRow server = row == null ? null : store.find(row.serverUuid).orElse(null);
        if (row == null || server == null) {
            changes.dropped(agreed);
            return;
        }
        store.lock(server);
        store.refresh(row);
        if (!row.present || !row.fingerprint.equals(fields.get(FINGERPRINT))) {
            changes.dropped(agreed);
            return;
        }
        CallMode mode = null;
        for (CallMode one : CallMode.values()) {
            mode = one.toString().equals(fields.get(MODE)) ? one : mode;
        }
        server.editedBy(ServerChanges.hands(agreed.change()));
        accept(server, row, mode, agreed.by(), Map.of());
    }

    private void accept(
            McpServerRow server, McpToolRow row, @Nullable CallMode mode, String by, Map<String, Object> more) {
        row.accept(mode, false);
        store.flush();
        record(by, "mcp_tool.accepted", server, row, more);
        tell(server, row, "The tool " + row.name + " was accepted anew");
    }

    private void record(String by, String action, McpServerRow server, McpToolRow row, Map<String, Object> more) {
        Map<String, Object> details = new LinkedHashMap<>(more);
        details.put("mcp_server_uuid", server.uuid.toString());
        details.put("tool_name", McpToolRow.fullName(server.name, row.name));
        details.put(FINGERPRINT, row.fingerprint);
        audit.record(new AuditEntry(by, action, SUBJECT, row.uuid, details, server.organizationId));
    }
}
