package io.countersign.security.people;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.keycloak.representations.idm.GroupRepresentation;

/**
 * Keycloak's list of groups with all that it can be asked for, which the admin client's own interface leaves out. Public for the
 * client's proxy alone.
 */
public interface RealmGroups {

    /** Matches every name, and so lists groups of every level; without a search Keycloak lists the top level alone. */
    String EVERY = " ";

    /** One page of the groups whose names match. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    List<GroupRepresentation> page(
            @QueryParam("search") String search,
            @QueryParam("first") int first,
            @QueryParam("max") int max,
            @QueryParam("briefRepresentation") boolean brief,
            @QueryParam("populateHierarchy") boolean hierarchy,
            @QueryParam("subGroupsCount") boolean counted);
}
