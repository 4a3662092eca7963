package io.countersign.web.audit;

import io.countersign.audit.Audit;
import io.countersign.audit.AuditFormats;
import io.countersign.audit.AuditQuery;
import io.countersign.audit.AuditRow;
import io.countersign.kernel.Page;
import io.countersign.kernel.PageRequest;
import io.countersign.security.ApiKeys;
import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import io.countersign.web.Answer;
import io.countersign.web.Query;
import io.countersign.web.RequiresScope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The record: read it, check its chain. */
@Path("audit")
@RequestScoped
public class AuditResource {

    @Inject
    Audit audit;

    @Inject
    ApiKeys keys;

    @Inject
    CurrentUser currentUser;

    /**
     * A page of rows, newest first or with {@code order=asc} as the chain has them, as JSON, OCSF or CEF. An auditor of an organization reads its rows and no others: those
     * that belong to nobody in particular tell of all organizations.
     */
    @GET
    @RequiresScope(Scopes.AUDIT_READ)
    public Response search(@Context UriInfo uri) {
        Query query = Query.of(uri);
        String who = query.text("actor");
        String key = query.text("key");
        AuditQuery wanted = new AuditQuery(
                        who,
                        query.text("action"),
                        query.uuid("target_uuid"),
                        query.time("from_time"),
                        query.time("to_time"))
                .holding(query.text("q"))
                .collected(query.number("after_seq"), "asc".equals(query.word("order", "asc", "desc")));
        String format = query.word("format", "json", "ocsf", "cef");
        PageRequest page = query.page();
        query.done();
        Page<AuditRow> rows = audit.search(
                wanted.through(who == null ? List.of() : keysNamed(who), key == null ? null : keysNamed(key)),
                page,
                currentUser.actor());
        return switch (format == null ? "json" : format) {
            case "cef" -> Response.ok(cef(rows), "text/plain;charset=UTF-8").build();
            case "ocsf" ->
                Response.ok(Answer.many(rows.map(AuditFormats::ocsf), page)).build();
            default -> Response.ok(Answer.many(rows.map(AuditRow::wire), page)).build();
        };
    }

    private List<UUID> keysNamed(String name) {
        return keys.named(name, currentUser.actor());
    }

    /** Walks the chain. */
    @GET
    @Path("verify")
    @RequiresScope(Scopes.AUDIT_READ)
    public Response verify() {
        return Response.ok(Answer.one(audit.verify(currentUser.actor()))).build();
    }

    private static String cef(Page<AuditRow> rows) {
        return rows.items().stream().map(row -> AuditFormats.cef(row) + "\n").collect(Collectors.joining());
    }
}
