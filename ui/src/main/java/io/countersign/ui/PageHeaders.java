package io.countersign.ui;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Headers of every answer: nothing inline, nothing foreign, no frame around the page, no copy kept of what it shows. */
public class PageHeaders extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    transient SignInServer signInServer;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Content-Security-Policy", policy(signInServer.origin()));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        response.setHeader("Cache-Control", cacheControl(request.getServletPath()));
        if (request.getDispatcherType() == DispatcherType.ERROR && ErrorMessage.isSignInAway(request)) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
        chain.doFilter(request, response);
    }

    /** A form that outlived its session is sent on to the sign-in server, so forms may lead there too. */
    static String policy(Optional<String> signIn) {
        return "default-src 'self'; script-src 'self'; style-src 'self'; object-src 'none'; base-uri 'none';"
                + " frame-ancestors 'none'; form-action 'self'"
                + signIn.map(origin -> " " + origin).orElse("");
    }

    /** Addresses below webjars carry a version; our own files are asked for again; pages are never kept. */
    static String cacheControl(String path) {
        if (path.startsWith("/webjars/")) {
            return "public, max-age=31536000, immutable";
        }
        return path.startsWith("/assets/") ? "no-cache" : "no-store";
    }
}
