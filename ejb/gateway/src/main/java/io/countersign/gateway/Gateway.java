package io.countersign.gateway;

import io.countersign.approvals.ApprovalSettings;
import io.countersign.approvals.PendingChange;
import io.countersign.approvals.SubmissionResult;
import io.countersign.gateway.server.McpServerRow;
import io.countersign.gateway.server.ServerChanges;
import io.countersign.gateway.server.ServerChecks;
import io.countersign.gateway.server.ServerDraft;
import io.countersign.gateway.server.ServerRepository;
import io.countersign.gateway.server.ToolAcceptance;
import io.countersign.gateway.server.ToolLists;
import io.countersign.gateway.server.ToolTerms;
import io.countersign.kernel.FieldType;
import io.countersign.kernel.JsonFields;
import io.countersign.kernel.Page;
import io.countersign.kernel.PageRequest;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.security.OrganizationScope;
import io.countersign.security.Scopes;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Other MCP servers behind this one, kept by administrators: which there are, and what holds for their tools. Once there is another
 * administrator, they agree before a server is added or calls of it need less agreement than before.
 */
@Stateless
public class Gateway {

    private static final String SERVER = "MCP server";

    /** What may be changed without another administrator: it lets nothing pass that did not pass before. */
    private static final Set<String> LIMITS = Set.of("calls_per_minute", "timeout_seconds", "result_bytes");

    private final ServerRepository store;
    private final ServerChanges changes;
    private final ServerChecks checks;
    private final ToolAcceptance acceptance;
    private final ToolLists lists;
    private final ApprovalSettings settings;

    @Inject
    Gateway(
            ServerRepository store,
            ServerChanges changes,
            ServerChecks checks,
            ToolAcceptance acceptance,
            ToolLists lists,
            ApprovalSettings settings) {
        this.store = store;
        this.changes = changes;
        this.checks = checks;
        this.acceptance = acceptance;
        this.lists = lists;
        this.settings = settings;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    public Gateway() {
        this(null, null, null, null, null, null);
    }

    /** The servers within the caller's organizations, by name. */
    public Page<McpServer> list(Actor by, PageRequest page) {
        by.requireScope(Scopes.ADMIN);
        return store.page(OrganizationScope.of(by), page).map(McpServerRow::view);
    }

    /** One server; 404 when the caller sees none. */
    public McpServer get(UUID uuid, Actor by) {
        by.requireScope(Scopes.ADMIN);
        return seen(uuid, by).view();
    }

    /** Changes of servers that wait for another administrator. */
    public List<PendingChange> pending(Actor by) {
        by.requireScope(Scopes.ADMIN);
        return changes.pending(by);
    }

    /**
     * Asks the server that these fields describe for its tools, before {@link #create} and outside its transaction. One that does
     * not answer is created all the same; then its tools are accepted one by one when it does.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ServerListing look(Map<String, Object> fields, Actor by) {
        by.requireScope(Scopes.ADMIN);
        ServerDraft draft = draft(fields, by);
        if (!draft.isActive()) {
            return ServerListing.NONE;
        }
        try {
            return lists.ask(draft);
        } catch (Refusal notReached) {
            return ServerListing.NONE;
        }
    }

    /** Adds a server and accepts its tools as they are listed, or requests the approval of another administrator. */
    public ServerChange<McpServer> create(Map<String, Object> fields, ServerListing listing, Actor by) {
        by.requireScope(Scopes.ADMIN);
        ServerDraft draft = draft(fields, by);
        if (store.byName(draft.name()).isPresent()) {
            throw Refusal.conflict("There is an MCP server of the name " + draft.name() + " already");
        }
        UUID uuid = UUID.randomUUID();
        Optional<SubmissionResult.Pending> pending = changes.askToCreate(uuid, draft, listing, by);
        if (pending.isPresent()) {
            return new ServerChange.Waiting<>(pending.get());
        }
        return done(changes.create(uuid, draft, listing, by));
    }

    /** Changes the fields given, null goes back to the default; CONFLICT when the entity tag is no longer the server's. */
    public ServerChange<McpServer> update(UUID uuid, Map<String, Object> fields, @Nullable String ifMatch, Actor by) {
        by.requireScope(Scopes.ADMIN);
        McpServerRow row = mine(uuid, by);
        store.lock(row);
        if (ifMatch != null && !ifMatch.equals(row.view().etag())) {
            throw Refusal.conflict("The server was changed in between");
        }
        ServerDraft before = row.draft();
        Map<String, Object> merged = new LinkedHashMap<>(before.toMap());
        merged.putAll(fields);
        ServerDraft after = draft(merged, by);
        if (!after.name().equals(before.name())) {
            throw Refusal.invalid("name", "cannot be changed: kill switches and requests go by it");
        }
        if (after.toMap().equals(before.toMap())) {
            return new ServerChange.Done<>(row.view());
        }
        Optional<SubmissionResult.Pending> pending =
                isLimitsOnly(before, after) ? Optional.empty() : changes.askToUpdate(row, after, by);
        if (pending.isPresent()) {
            return new ServerChange.Waiting<>(pending.get());
        }
        changes.update(row, after, by);
        return done(row);
    }

    private static boolean isLimitsOnly(ServerDraft before, ServerDraft after) {
        Map<String, Object> old = before.toMap();
        return after.toMap().entrySet().stream()
                        .filter(field -> !LIMITS.contains(field.getKey()))
                        .allMatch(field -> Objects.equals(old.get(field.getKey()), field.getValue()))
                && before.toMap().keySet().equals(after.toMap().keySet());
    }

    /** Removes a server, at once: nothing is called through it any more, and what waits for agreement is cancelled. */
    public void delete(UUID uuid, Actor by) {
        by.requireScope(Scopes.ADMIN);
        McpServerRow row = mine(uuid, by);
        store.lock(row);
        changes.delete(row, by);
    }

    /** The tools that the server listed last, by name. */
    public List<UpstreamTool> tools(UUID uuid, Actor by) {
        by.requireScope(Scopes.ADMIN);
        return views(seen(uuid, by));
    }

    /** Asks the server for its tools now; UPSTREAM_FAILED when it does not tell. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<UpstreamTool> refresh(UUID uuid, Actor by) {
        by.requireScope(Scopes.ADMIN);
        ServerDraft draft = mine(uuid, by).draft();
        lists.keep(uuid, draft, lists.ask(draft));
        return views(seen(uuid, by));
    }

    /**
     * Accepts a tool as it is listed, or asks another administrator to.
     *
     * @param fields {@code fingerprint} of what was seen, and {@code mode} where another one shall hold
     */
    public ServerChange<UpstreamTool> accept(UUID uuid, String tool, Map<String, Object> fields, Actor by) {
        by.requireScope(Scopes.ADMIN);
        Acceptance seen = Acceptance.read(fields);
        McpServerRow server = mine(uuid, by);
        store.lock(server);
        Optional<SubmissionResult.Pending> pending =
                acceptance.accept(server, tool, seen.fingerprint(), seen.mode(), by);
        if (pending.isPresent()) {
            return new ServerChange.Waiting<>(pending.get());
        }
        return new ServerChange.Done<>(store.tool(uuid, tool)
                .map(row -> row.view(server.draft(), settings.unknownToolRisk()))
                .orElseThrow(() -> Refusal.notFound("tool", tool)));
    }

    private record Acceptance(String fingerprint, @Nullable CallMode mode) {
        static Acceptance read(Map<String, Object> fields) {
            JsonFields form = new JsonFields(fields);
            Acceptance read = new Acceptance(
                    form.need("fingerprint", FieldType.text(1, 64), ""), form.read("mode", ToolTerms.MODE));
            form.refuse();
            return read;
        }
    }

    private List<UpstreamTool> views(McpServerRow server) {
        ServerDraft draft = server.draft();
        return store.tools(server.uuid).stream()
                .filter(row -> row.present)
                .map(row -> row.view(draft, settings.unknownToolRisk()))
                .toList();
    }

    private ServerDraft draft(Map<String, Object> fields, Actor by) {
        JsonFields form = new JsonFields(fields);
        form.readOnly(Set.of("uuid", "created_at", "updated_at", "tools_listed_at"));
        ServerDraft draft = ServerDraft.read(form);
        form.refuse();
        return checks.checked(draft, by);
    }

    private McpServerRow seen(UUID uuid, Actor by) {
        McpServerRow row = store.find(uuid).orElseThrow(() -> Refusal.notFound(SERVER, uuid));
        OrganizationScope.of(by).require(SERVER, uuid, row.organizationId);
        return row;
    }

    /** What belongs to no organization is changed by people without one. */
    private McpServerRow mine(UUID uuid, Actor by) {
        McpServerRow row = seen(uuid, by);
        if (row.organizationId == null) {
            OrganizationScope.of(by).requireHouse();
        }
        return row;
    }

    private ServerChange<McpServer> done(McpServerRow row) {
        store.flush();
        return new ServerChange.Done<>(row.view());
    }
}
