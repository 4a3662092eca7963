package io.countersign.gateway.server;

import io.countersign.gateway.ServerListing;
import io.countersign.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Stores what a server lists, in a transaction of its own. */
@ApplicationScoped
class ListKeeper {

    private final ServerRepository store;
    private final ToolAcceptance tools;
    private final Clock clock;

    @Inject
    ListKeeper(ServerRepository store, ToolAcceptance tools, Clock clock) {
        this.store = store;
        this.tools = tools;
        this.clock = clock;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected ListKeeper() {
        this(null, null, null);
    }

    /** Unless the server was removed, or has another address, since its definition was read. */
    @Transactional(TxType.REQUIRES_NEW)
    public void keep(UUID server, ServerDraft asked, ServerListing listing) {
        McpServerRow row = store.find(server).orElse(null);
        if (row == null) {
            return;
        }
        store.lock(row);
        if (!row.draft().url().equals(asked.url())) {
            throw Refusal.conflict("The server was changed while it was asked for its tools");
        }
        row.listedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        tools.relist(row, listing);
    }
}
