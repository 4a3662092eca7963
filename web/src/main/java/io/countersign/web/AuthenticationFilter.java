package io.countersign.web;

import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.security.Authentication;
import io.countersign.security.CurrentUser;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Establishes who calls, within which rate, and whether a scope opens the resource. A method without a mark is closed. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class AuthenticationFilter implements ContainerRequestFilter {

    @Inject
    Authentication authentication;

    @Inject
    CurrentUser currentUser;

    @Inject
    RequestContext call;

    @Inject
    RateLimit rate;

    @Context
    ResourceInfo resource;

    @Context
    HttpServletRequest servlet;

    @Override
    public void filter(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        call.begin(
                request.getMethod(),
                uri.getRequestUri().getRawPath()
                        + (uri.getRequestUri().getRawQuery() == null
                                ? ""
                                : "?" + uri.getRequestUri().getRawQuery()),
                request.getHeaderString("Idempotency-Key"));
        Method method = resource.getResourceMethod();
        if (method == null
                || method.isAnnotationPresent(PublicEndpoint.class)
                || method.getDeclaringClass().isAnnotationPresent(PublicEndpoint.class)) {
            return;
        }
        String bearer = Bearer.of(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        Actor recognised = authentication.authenticate(bearer);
        Actor actor = recognised.through(recognised.credential().from(servlet.getRemoteAddr()));
        rate.spend(actor);
        requireScope(actor, method.getAnnotation(RequiresScope.class));
        currentUser.become(actor);
        call.authenticatedBy(bearer);
    }

    private static void requireScope(Actor actor, @Nullable RequiresScope wanted) {
        if (wanted == null) {
            throw Refusal.forbidden("closed", "This address is closed.");
        }
        boolean asked = wanted.orAsked() && actor.readsWhereAsked();
        if (!asked && !(wanted.orSignedIn() && actor.isSignedIn())) {
            actor.requireAnyScope(wanted.value());
        }
    }
}
