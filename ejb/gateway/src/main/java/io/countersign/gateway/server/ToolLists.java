package io.countersign.gateway.server;

import io.countersign.gateway.ServerListing;
import io.countersign.gateway.upstream.UpstreamClient;
import io.countersign.gateway.upstream.UpstreamFailure;
import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Asks servers for their tools, with no transaction open, and has it stored what they list. */
@ApplicationScoped
public class ToolLists {

    private static final System.Logger LOG = System.getLogger(ToolLists.class.getName());
    private static final Duration LONGEST = Duration.ofSeconds(20);

    /** Whoever has just not answered is not asked again by every caller. */
    private static final Duration LEFT_ALONE = Duration.ofSeconds(15);

    private final Map<UUID, Instant> silent = new ConcurrentHashMap<>();
    private final UpstreamClient client;
    private final ServerRepository store;
    private final ListKeeper keep;
    private final Clock clock;

    @Inject
    ToolLists(UpstreamClient client, ServerRepository store, ListKeeper keep, Clock clock) {
        this.client = client;
        this.store = store;
        this.keep = keep;
        this.clock = clock;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected ToolLists() {
        this(null, null, null, null);
    }

    /** @throws Refusal UPSTREAM_FAILED when the server does not tell */
    @Transactional(TxType.NOT_SUPPORTED)
    public ServerListing ask(ServerDraft server) {
        Duration own = Duration.ofSeconds(server.timeoutSeconds());
        try {
            return new ServerListing(
                    true,
                    client.tools(
                            server.url(),
                            server.credentials(),
                            server.organizationId(),
                            own.compareTo(LONGEST) < 0 ? own : LONGEST));
        } catch (UpstreamFailure failure) {
            throw Refusal.of(ErrorCode.UPSTREAM_FAILED, failure.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Refusal.of(ErrorCode.UNAVAILABLE, "The server is stopping");
        }
    }

    /**
     * Asks for a list that is not older than that, where the last one is. A server that does not tell keeps what it listed last; a
     * call of it will fail by itself.
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public void freshen(UUID server, Duration age) {
        McpServerRow row = store.find(server).orElse(null);
        Instant now = clock.instant();
        Instant listed = row == null ? null : row.listedAt;
        boolean young = listed != null && listed.plus(age).isAfter(now);
        if (row == null || young || silent.getOrDefault(server, Instant.MIN).isAfter(now)) {
            return;
        }
        ServerDraft draft = row.draft();
        try {
            keep.keep(server, draft, ask(draft));
            silent.remove(server);
        } catch (Refusal notTold) {
            silent.put(server, now.plus(LEFT_ALONE));
            LOG.log(System.Logger.Level.DEBUG, "MCP server {0}: {1}", row.name, notTold.getMessage());
        }
    }

    /** Stores a list, unless the server was changed or removed since its definition was read. */
    public void keep(UUID server, ServerDraft asked, ServerListing listing) {
        keep.keep(server, asked, listing);
    }
}
