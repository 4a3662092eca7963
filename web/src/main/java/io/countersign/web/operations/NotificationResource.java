package io.countersign.web.operations;

import io.countersign.kernel.PageRequest;
import io.countersign.notify.DeliveryState;
import io.countersign.notify.NotificationQuery;
import io.countersign.notify.Notifications;
import io.countersign.notify.Notifier;
import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import io.countersign.web.Answer;
import io.countersign.web.Ids;
import io.countersign.web.Query;
import io.countersign.web.RequiresScope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import java.util.UUID;

/** What was told to whom; above all the dead letters, and trying one again. */
@Path("notifications")
@RequestScoped
public class NotificationResource {

    @Inject
    Notifications notifications;

    @Inject
    CurrentUser currentUser;

    /** A page of notifications, newest first; {@code ?state=dead} lists the dead letters. */
    @GET
    @RequiresScope(Scopes.ADMIN)
    public Response list(@Context UriInfo uri) {
        Query query = Query.of(uri);
        String state = query.word("state", DeliveryState.values());
        String notifier = query.word("notifier", Notifier.values());
        UUID request = query.uuid("approval_request_uuid");
        PageRequest page = query.page();
        query.done();
        NotificationQuery wanted = new NotificationQuery(
                state == null ? null : DeliveryState.valueOf(state.toUpperCase(Locale.ROOT)),
                notifier == null ? null : Notifier.valueOf(notifier.toUpperCase(Locale.ROOT)),
                request);
        return Response.ok(Answer.many(notifications.list(wanted, page, currentUser.actor()), page))
                .build();
    }

    /** One notification. */
    @GET
    @Path("{uuid}")
    @RequiresScope(Scopes.ADMIN)
    public Response get(@PathParam("uuid") String uuid) {
        return Response.ok(Answer.one(notifications.get(id(uuid), currentUser.actor())))
                .build();
    }

    /** Tries a dead letter again. */
    @POST
    @Path("{uuid}/replay")
    @RequiresScope(Scopes.ADMIN)
    public Response replay(@PathParam("uuid") String uuid) {
        return Response.accepted(Answer.one(notifications.replay(id(uuid), currentUser.actor())))
                .build();
    }

    private static UUID id(String uuid) {
        return Ids.inPath("notification", uuid);
    }
}
