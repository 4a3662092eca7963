package io.countersign.approvals;

import io.countersign.approvals.storage.Database;
import io.countersign.approvals.tool.ToolRuns;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** With the transactions that the container would put around. */
class CommittingToolRuns extends ToolRuns {

    private final Tables tables;

    CommittingToolRuns(Tables tables, Database database, Clock clock) {
        super(database, clock);
        this.tables = tables;
    }

    @Override
    public Begin begin(String tool, UUID requestId, int atMostPerHour) {
        return tables.transaction(() -> super.begin(tool, requestId, atMostPerHour));
    }

    @Override
    public Optional<UUID> leftBehind(
            String tool, String requester, String session, String argumentsSha256, String mark) {
        return tables.transaction(() -> super.leftBehind(tool, requester, session, argumentsSha256, mark));
    }
}
