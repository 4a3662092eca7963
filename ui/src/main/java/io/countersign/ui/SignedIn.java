package io.countersign.ui;

import io.countersign.security.Actor;
import io.countersign.security.Authentication;
import io.countersign.security.Credential;
import io.countersign.security.CurrentUser;
import io.countersign.security.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Says to the house who is at the browser. The container has made sure that somebody signed in; the access token is then
 * read by the same code as a token that comes over REST, so that both have the same name, roles and scopes.
 */
public class SignedIn extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    transient SignInServer signInServer;

    @Inject
    transient Authentication authentication;

    @Inject
    transient CurrentUser currentUser;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isPublic(request.getServletPath()) || isSignedOutPage(request)) {
            chain.doFilter(request, response);
            return;
        }
        if (signInServer.realm().isEmpty()) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, Problem.NO_SIGN_IN);
            return;
        }
        Optional<String> token = SignIn.accessToken(request);
        if (token.isEmpty()) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        try {
            Actor person = authentication.authenticate(token.get());
            currentUser.become(person.through(
                    person.credential().as(Credential.Kind.SESSION).from(request.getRemoteAddr())));
        } catch (Refusal refused) {
            response.sendError(refused.code().status(), refused.getMessage());
            return;
        }
        chain.doFilter(request, response);
    }

    static boolean isPublic(String path) {
        return path.startsWith("/assets/") || path.startsWith("/webjars/");
    }

    /** By the address that was asked for: behind it stands a view of another name. */
    private static boolean isSignedOutPage(HttpServletRequest request) {
        return request.getRequestURI().equals(request.getContextPath() + "/signed-out");
    }
}
