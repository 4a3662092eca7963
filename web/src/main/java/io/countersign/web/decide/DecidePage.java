package io.countersign.web.decide;

import io.countersign.approvals.RequestView;
import io.countersign.approvals.TokenPage;
import io.countersign.kernel.VisibleText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page that shows a request to the holder of a good token, and asks for the decision. */
final class DecidePage {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private DecidePage() {}

    static String html(TokenPage page, String token, @Nullable String wrong, String comment) {
        RequestView request = page.request();
        String title =
                (page.decides() ? "Decide: " : "Approval request: ") + VisibleText.of(RequestSubject.of(request));
        return TokenPages.frame(
                title,
                headline(request)
                        + problem(wrong)
                        + facts(page)
                        + AgreementHtml.of(page.agreement())
                        + (page.decides() ? form(request, token, comment) : signIn(request)));
    }

    private static String headline(RequestView request) {
        String risk = request.riskLevel().toString();
        return """
                <p class="risk risk-%s"><span aria-hidden="true">%s</span> %s risk</p>
                <h1>%s wants to run %s%s</h1>
                """.formatted(
                        TokenPages.text(risk),
                        risk.equals("high") || risk.equals("critical") ? "▲" : "●",
                        TokenPages.text(risk),
                        TokenPages.said(request.requestedByLabel()),
                        TokenPages.said(RequestSubject.of(request)),
                        on(request));
    }

    private static String on(RequestView request) {
        Map<String, Object> indicator = request.indicator();
        return indicator == null || indicator.get("value") == null
                ? ""
                : " on <span class=\"value\">" + TokenPages.said(indicator.get("value")) + "</span>";
    }

    private static String problem(@Nullable String wrong) {
        return wrong == null ? "" : "<p class=\"problem\" role=\"alert\">" + TokenPages.text(wrong) + "</p>\n";
    }

    private static String facts(TokenPage page) {
        RequestView request = page.request();
        StringBuilder facts = new StringBuilder("<dl>\n");
        if (page.decides()) {
            fact(facts, "You decide as", page.person() != null ? page.person() : "the channel " + page.channel());
        }
        fact(facts, "Expires", when(request.expiresAt()));
        fact(facts, "Still needed", request.missing().isEmpty() ? null : String.join("; ", request.missing()));
        fact(facts, "Asked", when(request.requestedAt()));
        fact(facts, "Request", request.requestNumber());
        return facts.append("</dl>\n").toString();
    }

    private static void fact(StringBuilder facts, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            facts.append("<div><dt>")
                    .append(name)
                    .append("</dt><dd>")
                    .append(TokenPages.said(value))
                    .append("</dd></div>\n");
        }
    }

    /** For whoever has come by a link that everybody in a channel has. */
    private static String signIn(RequestView request) {
        return """
                <p class="signin">This link shows the request and decides nothing.
                <a href="/console/request/%s">Sign in to decide</a></p>""".formatted(request.uuid());
    }

    private static String form(RequestView request, String token, String comment) {
        return """
                <form method="post" action="/v1/approvals/%s/decide" autocomplete="off">
                <input type="hidden" name="token" value="%s">
                <label for="comment">Comment <small>(needed to reject)</small></label>
                <textarea id="comment" name="comment" rows="2" maxlength="4000">%s</textarea>
                <div class="choice">
                <button type="submit" name="decision" value="reject" class="reject">Reject</button>
                <button type="submit" name="decision" value="approve" class="approve">Approve</button>
                </div>
                </form>""".formatted(request.uuid(), TokenPages.text(token), TokenPages.text(comment));
    }

    private static String when(Instant at) {
        return WHEN.format(at);
    }
}
