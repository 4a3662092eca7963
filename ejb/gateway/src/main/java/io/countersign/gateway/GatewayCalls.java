package io.countersign.gateway;

import io.countersign.gateway.call.AskingForCall;
import io.countersign.gateway.call.CallRate;
import io.countersign.gateway.server.McpServerRow;
import io.countersign.gateway.server.ServerDraft;
import io.countersign.gateway.server.ServerRepository;
import io.countersign.gateway.server.ToolLists;
import io.countersign.kernel.AnyCaller;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.security.OrganizationScope;
import io.countersign.security.Scopes;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What agents see of the servers behind: the tools that are accepted, and the way to call them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GatewayCalls {

    private static final String SERVER = "MCP server";
    /** The age at which a tool list is fetched again before a call passes without approval. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private static final int TRIES = 5;

    private final ServerRepository store;
    private final ToolLists lists;
    private final AskingForCall asking;
    private final CallRate rate;

    @Inject
    GatewayCalls(ServerRepository store, ToolLists lists, AskingForCall asking, CallRate rate) {
        this.store = store;
        this.lists = lists;
        this.asking = asking;
        this.rate = rate;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    public GatewayCalls() {
        this(null, null, null, null);
    }

    /** The id of an active server of that name; 404 for any other, and for one of another organization. */
    @AnyCaller("whether there is such a server; what is done there asks for a scope")
    public UUID serverNamed(String name, Actor by) {
        return active(name, by).uuid;
    }

    /** The tools that may be called, as the protocol writes them; one that people have to agree to has no {@code outputSchema}. */
    public List<Map<String, Object>> tools(String name, Actor by) {
        by.requireAnyScope(Scopes.WORKFLOWS_READ, Scopes.WORKFLOWS_EXECUTE);
        UUID server = active(name, by).uuid;
        lists.freshen(server, FRESH);
        McpServerRow row = active(name, by);
        ServerDraft draft = row.draft();
        return store.tools(server).stream()
                .filter(tool -> tool.isCallable(draft))
                .map(tool -> {
                    Map<String, Object> shown = new LinkedHashMap<>(tool.definition());
                    if (tool.mode(draft) == CallMode.ALWAYS) {
                        // what comes at first may be the state of a request
                        shown.remove("outputSchema");
                    }
                    return shown;
                })
                .toList();
    }

    /** Calls a tool, or requests approval for the call. */
    public ToolCallAnswer call(String name, ToolCallWish wish, Actor by) {
        by.requireScope(Scopes.WORKFLOWS_EXECUTE);
        McpServerRow row = active(name, by);
        rate.spend(row.uuid, row.draft().callsPerMinute());
        lists.freshen(row.uuid, FRESH);
        for (int i = 1; ; i++) {
            try {
                return asking.ask(row.uuid, wish, by);
            } catch (Refusal refusal) {
                throw refusal;
            } catch (RuntimeException failure) {
                // the same call at the same moment: the one that came first is joined
                if (i == TRIES || !isTaken(failure)) {
                    throw failure;
                }
            }
        }
    }

    private static boolean isTaken(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < 20; i++, cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage())
                    .toLowerCase(java.util.Locale.ROOT)
                    .contains("mcp_call_same")) {
                return true;
            }
        }
        return false;
    }

    /** @throws Refusal NOT_FOUND unless this caller has asked for a call of that server by that request */
    public void requireAsker(String name, UUID request, Actor by) {
        by.requireScope(Scopes.WORKFLOWS_EXECUTE);
        asking.requireAsker(active(name, by).uuid, request, by);
    }

    private McpServerRow active(String name, Actor by) {
        McpServerRow row = store.byName(name).orElseThrow(() -> Refusal.notFound(SERVER, name));
        OrganizationScope.of(by).require(SERVER, name, row.organizationId);
        if (!row.draft().isActive()) {
            throw Refusal.notFound(SERVER, name);
        }
        return row;
    }
}
