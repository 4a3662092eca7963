package io.countersign.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/** Ends the session here and then the sign-in itself, so that the next person at this browser has to sign in. */
@ApplicationScoped
class SignOut implements Action {

    @Inject
    SignInServer signInServer;

    @Inject
    HttpServletRequest request;

    @Override
    public String name() {
        return "sign-out";
    }

    @Override
    public String perform(HtmlForm form) {
        String idToken = SignIn.idToken(request);
        String backTo = request.getRequestURL().toString().replaceAll("/do/sign-out$", "/signed-out");
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return next(backTo, idToken);
    }

    private String next(String backTo, @Nullable String idToken) {
        return signInServer.signOut(backTo, idToken).orElse("signed-out");
    }
}
