package io.countersign.web.decide;

import io.countersign.approvals.RequestView;
import io.countersign.approvals.TokenPage;
import io.countersign.audit.CanonicalJson;
import io.countersign.workflows.Effect;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
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
        String title = "Decide: " + Subject.of(request);
        return Pages.frame(
                title,
                headline(request) + problem(wrong) + facts(page) + effect(request) + form(request, token, comment));
    }

    private static String headline(RequestView request) {
        String risk = request.riskLevel().toString();
        return """
                <p class="risk risk-%s"><span aria-hidden="true">%s</span> %s risk</p>
                <h1>%s wants to run %s%s</h1>
                """.formatted(
                        Pages.text(risk),
                        risk.equals("high") || risk.equals("critical") ? "▲" : "●",
                        Pages.text(risk),
                        Pages.text(request.requestedByLabel()),
                        Pages.text(Subject.of(request)),
                        on(request));
    }

    private static String on(RequestView request) {
        Map<String, Object> indicator = request.indicator();
        return indicator == null || indicator.get("value") == null
                ? ""
                : " on <span class=\"value\">" + Pages.text(indicator.get("value")) + "</span>";
    }

    private static String problem(@Nullable String wrong) {
        return wrong == null ? "" : "<p class=\"problem\" role=\"alert\">" + Pages.text(wrong) + "</p>\n";
    }

    private static String facts(TokenPage page) {
        RequestView request = page.request();
        StringBuilder facts = new StringBuilder("<dl>\n");
        fact(facts, "Reason", request.reason());
        fact(facts, "Action", request.actionDescription());
        fact(facts, "Possible impact", request.potentialImpact());
        fact(facts, "Indicator", indicator(request.indicator()));
        fact(facts, "Parameters", request.parameters().isEmpty() ? null : CanonicalJson.of(request.parameters()));
        fact(facts, "Alert", request.alert() == null ? null : CanonicalJson.of(request.alert()));
        Double confidence = request.confidence();
        fact(
                facts,
                "Confidence, as the requester states it",
                confidence == null ? null : Math.round(confidence * 100) + " %");
        fact(
                facts,
                "Asked by",
                request.requestedByLabel() + " (" + request.triggerType() + ", " + request.requestedBy() + ")");
        fact(facts, "Asked", when(request.requestedAt()));
        fact(facts, "Expires", when(request.expiresAt()));
        fact(facts, "Still needed", request.missing().isEmpty() ? null : String.join("; ", request.missing()));
        fact(facts, "Request", request.requestId());
        fact(facts, "You decide as", page.person() != null ? page.person() : "the channel " + page.channel());
        return facts.append("</dl>\n").toString();
    }

    private static void fact(StringBuilder facts, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            facts.append("<div><dt>")
                    .append(name)
                    .append("</dt><dd>")
                    .append(Pages.text(value))
                    .append("</dd></div>\n");
        }
    }

    private static @Nullable String indicator(@Nullable Map<String, Object> indicator) {
        if (indicator == null) {
            return null;
        }
        Object malice = indicator.get("malice");
        return indicator.get("type") + " " + indicator.get("value") + (malice == null ? "" : " (" + malice + ")");
    }

    private static String effect(RequestView request) {
        String effect = request.effect();
        if (effect == null || effect.isBlank()) {
            return "";
        }
        String version = request.codeVersion() == null ? "" : " (version " + request.codeVersion() + ")";
        Effect parts = Effect.read(effect);
        return """
                <section aria-labelledby="effect"><h2 id="effect">What will run%s</h2>
                %s<pre tabindex="0">%s</pre></section>
                """.formatted(version, reaches(parts.outline()), Pages.text(parts.text()));
    }

    /** The requests that the code would send and what else it reaches, before the code itself. */
    private static String reaches(List<String> outline) {
        if (outline.isEmpty()) {
            return "";
        }
        StringBuilder list = new StringBuilder("<ul class=\"reaches\" aria-label=\"What it reaches\">\n");
        outline.forEach(line -> list.append("<li>").append(Pages.text(line)).append("</li>\n"));
        return list.append("</ul>\n").toString();
    }

    private static String form(RequestView request, String token, String comment) {
        return """
                <form method="post" action="/v1/approvals/%s/decide" autocomplete="off">
                <input type="hidden" name="token" value="%s">
                <label for="comment">Comment <small>(needed to reject)</small></label>
                <textarea id="comment" name="comment" rows="3" maxlength="4000">%s</textarea>
                <div class="choice">
                <button type="submit" name="decision" value="reject" class="reject">Reject</button>
                <button type="submit" name="decision" value="approve" class="approve">Approve</button>
                </div>
                </form>""".formatted(request.uuid(), Pages.text(token), Pages.text(comment));
    }

    private static String when(Instant at) {
        return WHEN.format(at);
    }
}
