package io.countersign.ui;

import io.countersign.security.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why a page could not be shown, in plain words. */
@Named
@RequestScoped
public class ErrorMessage {

    static final String NO_SIGN_IN = "no-sign-in";

    private static final Pattern MISSING_SCOPE = Pattern.compile("This needs the scope ([a-z:]+)");

    @Inject
    HttpServletRequest request;

    @Inject
    SignInServer signInServer;

    /** One line. */
    public String getTitle() {
        return switch (status()) {
            case 400, 405, 422 -> "Invalid request";
            case 401 -> "Your session has ended";
            case 403 -> "You don't have access";
            case 404 -> "Not found";
            case 503 ->
                isWithoutSignIn() || isSignInSilent()
                        ? "The console needs a sign-in server"
                        : "Countersign is not ready";
            default -> "Internal error";
        };
    }

    /** What to do about it. */
    public String getAdvice() {
        String message = message();
        return switch (status()) {
            case 401 -> "Sign in again. What you sent was not carried out.";
            case 403 -> missingRole(message).orElse(message.isEmpty() ? "Ask an admin for access." : message);
            case 404 -> message.isEmpty() ? "The address is wrong, or you may not see this object." : message;
            case 503 ->
                isWithoutSignIn()
                        ? "This server was started without Keycloak, so nobody can sign in here. Requests can still be"
                                + " decided over the REST API with a human key, or on the page behind the link that an"
                                + " approver was sent. To use the console, start the server with Keycloak."
                        : isSignInSilent()
                                ? "Keycloak does not answer, so nobody can sign in at the moment. Try again soon. Whoever is"
                                        + " signed in can go on, and links that approvers were sent still work."
                                : "Try again in a moment. " + message;
            case 400, 405, 422 -> message;
            default -> "It has been logged. Try again; if it happens again, tell an administrator the time.";
        };
    }

    /** A person has roles, not scopes: what to ask for. */
    private static Optional<String> missingRole(String message) {
        Matcher scope = MISSING_SCOPE.matcher(message);
        return scope.lookingAt()
                ? Roles.giving(scope.group(1)).map(role -> "Ask an admin for the role \"" + role + "\".")
                : Optional.empty();
    }

    /** Whether signing in again would help. */
    public boolean isSignInHelps() {
        return status() == 401;
    }

    /** Whether there is no way to sign in at all. */
    public boolean isWithoutSignIn() {
        return signInServer.realm().isEmpty();
    }

    /** The container refuses a stranger only when it cannot send them to the sign-in server: that is not their fault. */
    static boolean isSignInAway(HttpServletRequest request) {
        return Integer.valueOf(403).equals(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                && request.getUserPrincipal() == null;
    }

    private boolean isSignInSilent() {
        return isSignInAway(request);
    }

    private int status() {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return isSignInSilent() ? 503 : status instanceof Integer known ? known : 500;
    }

    private String message() {
        @Nullable Object message = request.getAttribute(RequestDispatcher.ERROR_MESSAGE);
        return message == null ? "" : message.toString();
    }
}
