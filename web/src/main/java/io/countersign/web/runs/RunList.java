package io.countersign.web.runs;

import io.countersign.execution.RunKind;
import io.countersign.execution.RunQuery;
import io.countersign.execution.RunStatus;
import io.countersign.execution.Runs;
import io.countersign.kernel.PageRequest;
import io.countersign.security.Actor;
import io.countersign.web.Answer;
import io.countersign.web.Query;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads which runs are wanted, and answers a page of them. */
final class RunList {

    private RunList() {}

    static Response answer(Runs runs, UriInfo uri, @Nullable UUID ofWorkflow, Actor viewer) {
        Query query = Query.of(uri);
        UUID filter = query.uuid("workflow_uuid");
        RunQuery wanted = new RunQuery(
                query.words("status", RunStatus.values()).stream()
                        .map(RunStatus::of)
                        .collect(Collectors.toSet()),
                ofWorkflow == null ? filter : ofWorkflow,
                query.time("from_time"),
                query.time("to_time"),
                ofWorkflow == null ? kind(query) : null);
        PageRequest page = query.page();
        query.done();
        return Response.ok(Answer.many(runs.list(wanted, viewer, page), page)).build();
    }

    private static @Nullable RunKind kind(Query query) {
        String kind = query.word("kind", RunKind.values());
        return kind == null ? null : RunKind.valueOf(kind.toUpperCase(Locale.ROOT));
    }
}
