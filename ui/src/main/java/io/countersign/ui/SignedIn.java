package io.countersign.ui;

import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.security.Authentication;
import io.countersign.security.Credential;
import io.countersign.security.CurrentUser;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells the application who is at the browser. The container has made sure that somebody signed in; the access token is then
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

    @Inject
    transient LostSession lostSession;

    @Inject
    transient Clock clock;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isPublic(request.getServletPath()) || isSignedOutPage(request)) {
            chain.doFilter(request, response);
            return;
        }
        if (signInServer.realm().isEmpty()) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, ErrorMessage.NO_SIGN_IN);
            return;
        }
        Optional<String> token = SignIn.accessToken(request);
        if (token.isEmpty() || isOver(request)) {
            stranger(request, response, token.isPresent());
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

    private boolean isOver(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Instant now = clock.instant();
        Instant began = session == null ? now : Instant.ofEpochMilli(session.getCreationTime());
        return SessionLife.isOver(SignIn.signedInAt(request), began, now);
    }

    /** Forms are kept until their writer has signed in again; who was signed in too long gives the password again. */
    private void stranger(HttpServletRequest request, HttpServletResponse response, boolean signedIn)
            throws IOException {
        if (request.getServletPath().equals("/do") && request.getMethod().equals("POST")) {
            lostSession.keep(request, response);
        } else if (!signedIn && !request.getServletPath().equals("/do")) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + "/inbox");
        }
        if (signedIn) {
            endSignIn(request, response);
        }
    }

    /** Ends the session here and at the sign-in server, from where the browser goes where it was sent anyway. */
    private void endSignIn(HttpServletRequest request, HttpServletResponse response) {
        URI here = URI.create(request.getRequestURL().toString());
        String next = here.resolve(response.getHeader("Location")).toString();
        String idToken = SignIn.idToken(request);
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        response.setHeader("Location", signInServer.signOut(next, idToken).orElse(next));
    }

    static boolean isPublic(String path) {
        return path.startsWith("/assets/") || path.startsWith("/webjars/");
    }

    /** By the address that was asked for: behind it stands a view of another name. */
    private static boolean isSignedOutPage(HttpServletRequest request) {
        return request.getRequestURI().equals(request.getContextPath() + "/signed-out");
    }
}
