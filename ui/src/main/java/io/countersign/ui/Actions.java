package io.countersign.ui;

import io.countersign.kernel.Refusal;
import io.countersign.security.ConcurrentChange;
import io.countersign.security.CurrentUser;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Where every form of the console posts to. It checks that the form is ours, lets the named {@link Action} act and sends
 * the browser on to a page, so that reloading never repeats anything.
 */
public class Actions extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ForgeryGuard forgeryGuard;

    @Inject
    transient FlashMessages flashMessages;

    @Inject
    transient Assets assets;

    @Inject
    transient RedisplayedForm retry;

    @Inject
    @Any
    transient Instance<Action> actions;

    @Inject
    transient TypedText typedText;

    @Inject
    transient LostSession lostSession;

    @Inject
    transient CurrentUser currentUser;

    /** Whoever had to sign in first comes back here; the form is shown where it was, with what was typed. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<KeptForms.Kept> kept =
                lostSession.take(request, response, currentUser.actor().person());
        Optional<Action> action = kept.flatMap(form -> named(form.action()));
        if (action.isEmpty()) {
            flashMessages.bad("The form was not carried out: you had to sign in first. Please send it again.");
            seeOther(response, "inbox");
            return;
        }
        showRenewed(action.get(), new HtmlForm(kept.orElseThrow().fields()), response);
    }

    private void showRenewed(Action action, HtmlForm form, HttpServletResponse response) {
        String page = action.formPage(form);
        typedText.keep(action.name(), "/" + page, form.everything());
        flashMessages.warn("Your session was renewed. Review and submit again.");
        seeOther(response, page);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Optional<Action> action = named(request.getPathInfo());
        if (action.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        HtmlForm form = new HtmlForm(request);
        String token = request.getParameter("csrf");
        if (!forgeryGuard.accepts(token)) {
            if (forgeryGuard.knows(token)) {
                showRenewed(action.get(), form, response);
            } else {
                response.sendError(
                        HttpServletResponse.SC_FORBIDDEN,
                        "The form came from elsewhere or from somebody else's session, so nothing was done.");
            }
            return;
        }
        try {
            String next = action.get().perform(form);
            typedText.forget();
            if (next.equals(Action.SHOW_AGAIN)) {
                retry.typed(form);
                show(action.get().formView(), request, response);
            } else {
                seeOther(response, next);
            }
        } catch (Refusal refusal) {
            refused(action.get(), form, refusal, request, response);
        } catch (RuntimeException failure) {
            if (!ConcurrentChange.isCauseOf(failure)) {
                throw failure;
            }
            refused(action.get(), form, ConcurrentChange.refusal(), request, response);
        }
    }

    private void refused(
            Action action, HtmlForm form, Refusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (form.isAmbiguous()) {
            response.sendError(refusal.code().status(), "The form was not carried out. " + refusal.getMessage());
            return;
        }
        if (action.formView().isEmpty()) {
            flashMessages.bad(refusal.getMessage());
            typedText.keep(action.name(), "/" + action.refusedPage(form), form.everything());
            seeOther(response, action.refusedPage(form));
            return;
        }
        retry.refused(form, refusal);
        response.setStatus(refusal.code().status());
        show(action.formView(), request, response);
    }

    private static void show(String view, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.getRequestDispatcher("/" + view + ".xhtml").forward(request, response);
    }

    private Optional<Action> named(String path) {
        return actions.stream()
                .filter(action -> ("/" + action.name()).equals(path))
                .findFirst();
    }

    private void seeOther(HttpServletResponse response, String page) {
        String target = page.startsWith("http") ? page : assets.page(page);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", target);
    }
}
