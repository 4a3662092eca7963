package io.countersign.web;

import io.countersign.kernel.FieldError;
import io.countersign.kernel.Refusal;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.List;

/**
 * Refuses query parameters where there are none: a misspelt filter must not answer with everything. A method that takes the
 * {@link UriInfo} reads its own with {@link Query}, which knows their names. Pages for people are left alone, since mail
 * programs add to the links that they carry.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class KnownQuery implements ContainerRequestFilter {

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        if (method == null
                || method.getDeclaringClass().isAnnotationPresent(PublicEndpoint.class)
                || List.of(method.getParameterTypes()).contains(UriInfo.class)) {
            return;
        }
        List<FieldError> unknown = request.getUriInfo().getQueryParameters().keySet().stream()
                .sorted()
                .map(name -> new FieldError(Query.shown(name), Query.UNKNOWN))
                .toList();
        if (!unknown.isEmpty()) {
            throw Refusal.invalid(unknown);
        }
    }
}
