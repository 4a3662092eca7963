package io.countersign.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wildfly.security.http.oidc.OidcPrincipal;
import org.wildfly.security.http.oidc.OidcSecurityContext;

/** What the server's OpenID Connect mechanism knows of the browser's user. Apart, since its classes are absent without it. */
final class SignIn {

    private SignIn() {}

    /** The access token, renewed by the server when it had run out. */
    static Optional<String> accessToken(HttpServletRequest request) {
        return context(request.getUserPrincipal()).map(OidcSecurityContext::getTokenString);
    }

    static @Nullable String idToken(HttpServletRequest request) {
        return context(request.getUserPrincipal())
                .map(OidcSecurityContext::getIDTokenString)
                .orElse(null);
    }

    /** When the person last gave their password, as the sign-in server says; empty when it does not. */
    static Optional<Instant> signedInAt(HttpServletRequest request) {
        return context(request.getUserPrincipal())
                .map(OidcSecurityContext::getIDToken)
                .map(token -> token.getClaimValue("auth_time"))
                .filter(Number.class::isInstance)
                .map(seconds -> Instant.ofEpochSecond(((Number) seconds).longValue()));
    }

    private static Optional<OidcSecurityContext> context(@Nullable Principal principal) {
        return principal instanceof OidcPrincipal<?> signedIn
                ? Optional.ofNullable(signedIn.getOidcSecurityContext())
                : Optional.empty();
    }
}
