package io.countersign.client;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The record. */
@Path("/v1/audit")
@RegisterRestClient(configKey = "countersign")
@RegisterProvider(WireJson.class)
@RegisterProvider(RefusalMapper.class)
@ClientHeaderParam(name = "Authorization", value = "{io.countersign.client.Credentials.authorization}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface AuditClient {

    /** Rows, newest first. */
    @GET
    Many<AuditRow> search(
            @QueryParam("actor") @Nullable String actor,
            @QueryParam("action") @Nullable String action,
            @QueryParam("target_uuid") @Nullable UUID targetUuid,
            @QueryParam("from_time") @Nullable Instant fromTime,
            @QueryParam("to_time") @Nullable Instant toTime,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("page_size") @Nullable Integer pageSize);

    /** Rows after a number in the chain's order: for collecting all of it, page by page. */
    @GET
    Many<AuditRow> collect(
            @QueryParam("order") String asc,
            @QueryParam("after_seq") long afterSeq,
            @QueryParam("page_size") @Nullable Integer pageSize);

    /** Walks the chain. */
    @GET
    @Path("verify")
    One<Verification> verify();
}
