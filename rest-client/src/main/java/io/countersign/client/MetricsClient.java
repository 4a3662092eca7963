package io.countersign.client;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Numbers. */
@Path("/v1/metrics")
@RegisterRestClient(configKey = "countersign")
@RegisterProvider(WireJson.class)
@RegisterProvider(RefusalMapper.class)
@ClientHeaderParam(name = "Authorization", value = "{io.countersign.client.Credentials.authorization}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface MetricsClient {

    /** Numbers for people. */
    @GET
    @Path("summary")
    One<Summary> summary();
}
