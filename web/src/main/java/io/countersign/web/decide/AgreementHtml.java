package io.countersign.web.decide;

import io.countersign.approvals.AgreementComparison;
import io.countersign.approvals.AgreementDocument.Entry;
import io.countersign.approvals.AgreementDocument.Form;
import io.countersign.approvals.AgreementDocument.Part;
import io.countersign.approvals.AgreementView;
import io.countersign.kernel.VisibleText;
import java.util.List;

/** The agreement document as HTML, whole: every entry, every line. */
final class AgreementHtml {

    private AgreementHtml() {}

    static String of(AgreementView agreement) {
        StringBuilder html = new StringBuilder();
        for (Part part : Part.values()) {
            part(html, part, agreement.document().of(part));
        }
        comparison(html, agreement.comparison());
        return html.append("<p class=\"digest\">Inputs fingerprint (SHA-256): <code>")
                .append(TokenPages.text(agreement.sha256()))
                .append("</code></p>\n")
                .toString();
    }

    private static void part(StringBuilder html, Part part, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        html.append("<section><h2>").append(part.title()).append("</h2>\n<dl>\n");
        for (Entry entry : entries) {
            if (entry.form() != Form.CODE) {
                html.append("<div><dt>")
                        .append(TokenPages.text(entry.label()))
                        .append("</dt><dd>")
                        .append(value(entry))
                        .append("</dd></div>\n");
            }
        }
        html.append("</dl>\n");
        entries.stream().filter(entry -> entry.form() == Form.CODE).forEach(entry -> code(html, entry));
        html.append("</section>\n");
    }

    private static String value(Entry entry) {
        if (entry.form() == Form.VALUE) {
            return VisibleText.html(entry.value());
        }
        StringBuilder lines = new StringBuilder();
        String tag = entry.form() == Form.LIST ? "<span class=\"item\">" : "<span class=\"json\">";
        for (String line : entry.lines()) {
            String shown = entry.form() == Form.LIST ? VisibleText.html(line) : VisibleText.htmlOfLine(line);
            lines.append(tag).append(shown).append("</span>");
        }
        return lines.toString();
    }

    private static void code(StringBuilder html, Entry entry) {
        String label = TokenPages.text(entry.label());
        html.append("<h3>")
                .append(label)
                .append("</h3>\n<pre class=\"code\" aria-label=\"")
                .append(label)
                .append("\">");
        entry.lines().forEach(line -> line(html, "line", line));
        html.append("</pre>\n");
    }

    private static void comparison(StringBuilder html, AgreementComparison comparison) {
        html.append("<section><h2>Since the last approval</h2>\n<p>")
                .append(TokenPages.said(comparison.sentence()))
                .append("</p>\n");
        for (AgreementComparison.Change change : comparison.changes()) {
            html.append("<h3>")
                    .append(TokenPages.text(change.part().title() + ": " + change.label()))
                    .append("</h3>\n<pre class=\"diff\">");
            change.lines().forEach(line -> line(html, kind(line), line));
            html.append("</pre>\n");
        }
        html.append("</section>\n");
    }

    private static String kind(String line) {
        return line.startsWith("+") ? "line add" : line.startsWith("-") ? "line del" : "line";
    }

    private static void line(StringBuilder html, String kind, String line) {
        html.append("<span class=\"")
                .append(kind)
                .append("\">")
                .append(VisibleText.htmlOfLine(line))
                .append("</span>");
    }
}
