package io.countersign.client;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** Workflows, their versions, and asking for executions. */
@Path("/v1/workflows")
@RegisterRestClient(configKey = "countersign")
@RegisterProvider(WireJson.class)
@RegisterProvider(RefusalMapper.class)
@ClientHeaderParam(name = "Authorization", value = "{io.countersign.client.Credentials.authorization}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface WorkflowsClient {

    /** A page of workflows without their code. */
    @GET
    Many<Workflow> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("risk_level") @Nullable String riskLevel,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("indicator_type") @Nullable String indicatorType,
            @QueryParam("tag") @Nullable String tag,
            @QueryParam("q") @Nullable String q,
            @QueryParam("sort_by") @Nullable String sortBy,
            @QueryParam("sort_order") @Nullable String sortOrder,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("page_size") @Nullable Integer pageSize);

    /** A new workflow. */
    @POST
    One<Workflow> create(@HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, WorkflowFields fields);

    /** One workflow. */
    @GET
    @Path("{uuid}")
    One<Workflow> get(@PathParam("uuid") UUID uuid);

    /** Changes what is not null. */
    @PATCH
    @Path("{uuid}")
    One<Workflow> change(
            @PathParam("uuid") UUID uuid, @HeaderParam("If-Match") @Nullable String ifMatch, WorkflowFields fields);

    /** Archives it. */
    @DELETE
    @Path("{uuid}")
    void archive(@PathParam("uuid") UUID uuid);

    /** The save-time check alone. */
    @POST
    @Path("validate")
    One<CheckReport> validate(Code body);

    /** A script from a description. */
    @POST
    @Path("generate")
    One<Generated> generate(GenerateAsk body);

    /** Every version. */
    @GET
    @Path("{uuid}/versions")
    Many<Version> versions(
            @PathParam("uuid") UUID uuid,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("page_size") @Nullable Integer pageSize);

    /** One version with its code. */
    @GET
    @Path("{uuid}/versions/{n}")
    One<Version> version(@PathParam("uuid") UUID uuid, @PathParam("n") int n);

    /** What differs between two versions. */
    @GET
    @Path("{uuid}/versions/{n}/diff")
    One<Diff> diff(
            @PathParam("uuid") UUID uuid, @PathParam("n") int n, @QueryParam("against") @Nullable Integer against);

    /** A new version with old code. */
    @POST
    @Path("{uuid}/restore")
    One<Workflow> restore(
            @PathParam("uuid") UUID uuid,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            Restore body);

    /** Asks for an execution. */
    @POST
    @Path("{uuid}/execute")
    One<Accepted> execute(
            @PathParam("uuid") UUID uuid,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            ExecuteAsk body);

    /** Asks and waits ({@code wait=30}): 200 holds a {@code One<Run>}, 202 a {@code One<Accepted>}. */
    @POST
    @Path("{uuid}/execute")
    Response executeAndWait(
            @PathParam("uuid") UUID uuid,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @HeaderParam("Prefer") @Nullable String prefer,
            ExecuteAsk body);

    /** Rehearses against mocks. */
    @POST
    @Path("{uuid}/test")
    One<TestReport> test(@PathParam("uuid") UUID uuid, TestAsk body);

    /** The runs of a workflow. */
    @GET
    @Path("{uuid}/runs")
    Many<Run> runs(
            @PathParam("uuid") UUID uuid,
            @QueryParam("status") @Nullable String status,
            @QueryParam("from_time") @Nullable Instant fromTime,
            @QueryParam("to_time") @Nullable Instant toTime,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("page_size") @Nullable Integer pageSize);
}
