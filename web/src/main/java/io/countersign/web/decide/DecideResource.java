package io.countersign.web.decide;

import io.countersign.approvals.Approvals;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.RuleLimits;
import io.countersign.approvals.TokenPage;
import io.countersign.approvals.Verdict;
import io.countersign.kernel.Characters;
import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import io.countersign.kernel.TextForms;
import io.countersign.web.Body;
import io.countersign.web.BodyReader;
import io.countersign.web.PublicEndpoint;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The token page. Looking at it never decides, so that a mail scanner that follows links does no harm. Whoever has no good
 * token sees one and the same page, whether or not the request exists.
 */
@Path("approvals")
@RequestScoped
@PublicEndpoint
@Produces({MediaType.TEXT_HTML, MediaType.WILDCARD}) // whatever a client says it takes, there is only this page
public class DecideResource {

    private static final int MAX_TOKEN = 512;

    @Inject
    Approvals approvals;

    @Context
    HttpServletRequest servlet;

    /** Shows what is asked, and the form. */
    @GET
    @Path("{uuid}/decide")
    public Response look(@PathParam("uuid") String uuid, @QueryParam("token") List<String> tokens) {
        // two tokens are none: which one was meant, nobody knows
        String token = tokens.size() == 1 ? tokens.get(0) : null;
        Optional<TokenPage> page = page(uuid, token);
        return page.isEmpty()
                ? TokenPages.answer(403, RefusedPage.HTML)
                : TokenPages.answer(200, DecidePage.html(page.get(), token(token), null, ""));
    }

    /** Decides. */
    @POST
    @Path("{uuid}/decide")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(@PathParam("uuid") String uuid, InputStream body) throws IOException {
        FormFields form = FormFields.parse(BodyReader.atMost(body, Body.MAX_BYTES));
        String token = token(form.get("token"));
        Optional<TokenPage> page = page(uuid, token);
        if (page.isEmpty()) {
            return TokenPages.answer(403, RefusedPage.HTML);
        }
        String comment = form.get("comment") == null
                ? ""
                : String.valueOf(form.get("comment")).strip();
        String decision = form.get("decision");
        if (!page.get().decides()) {
            // whatever the form says: the façade refuses it, and the audit log keeps that
            return decide(page.get(), token, "reject".equals(decision) ? Verdict.REJECT : Verdict.APPROVE, comment);
        }
        String wrong = form.twice() != null
                ? "The field " + form.twice() + " is given more than once. Nothing was decided."
                : wrong(decision, comment);
        if (wrong != null) {
            return TokenPages.answer(422, DecidePage.html(page.get(), token, wrong, comment));
        }
        Verdict verdict = "approve".equals(decision) ? Verdict.APPROVE : Verdict.REJECT;
        return decide(page.get(), token, verdict, comment);
    }

    private Response decide(TokenPage page, String token, Verdict verdict, String comment) {
        try {
            RequestView after = approvals.decideByToken(
                    page.request().uuid(), token, verdict, comment.isEmpty() ? null : comment, servlet.getRemoteAddr());
            return TokenPages.answer(200, DonePage.html(after, verdict));
        } catch (Refusal refusal) {
            if (refusal.code() == ErrorCode.VALIDATION_ERROR) {
                return TokenPages.answer(422, DecidePage.html(page, token, refusal.getMessage(), comment));
            }
            if (refusal.code() == ErrorCode.FORBIDDEN && !page.decides()) {
                return TokenPages.answer(403, DecidePage.html(page, token, "This link decides nothing.", ""));
            }
            // a token that died a moment ago is a token that is dead
            return refusal.code() == ErrorCode.FORBIDDEN
                            && "token".equals(refusal.details().get("reason"))
                    ? TokenPages.answer(403, RefusedPage.HTML)
                    : TokenPages.answer(refusal.code().status(), DonePage.refused(refusal.getMessage()));
        }
    }

    private static @Nullable String wrong(@Nullable String decision, String comment) {
        if (!"approve".equals(decision) && !"reject".equals(decision)) {
            return "Choose Approve or Reject.";
        }
        if (Characters.count(comment) > RuleLimits.MAX_COMMENT) {
            return "A comment has at most " + RuleLimits.MAX_COMMENT + " characters.";
        }
        if (comment.indexOf('\0') >= 0) {
            return "The comment holds a character that cannot be stored.";
        }
        return "reject".equals(decision) && comment.isEmpty()
                ? "Say why: a rejection needs a comment. Your link is still good."
                : null;
    }

    private Optional<TokenPage> page(String uuid, @Nullable String token) {
        UUID id = TextForms.uuid(uuid);
        String sound = token(token);
        // an id that cannot be takes the same path as one that merely is not
        return approvals.tokenPage(id == null ? new UUID(0, 0) : id, sound);
    }

    private static String token(@Nullable String token) {
        return token == null || token.length() > MAX_TOKEN || !token.chars().allMatch(c -> c > 0x20 && c < 0x7f)
                ? "-"
                : token;
    }
}
