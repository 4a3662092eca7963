package io.countersign.web.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.approvals.AgreementComparison;
import io.countersign.approvals.AgreementDocument;
import io.countersign.approvals.AgreementDocument.Entry;
import io.countersign.approvals.AgreementDocument.Part;
import io.countersign.approvals.AgreementView;
import io.countersign.approvals.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The token page shows the whole agreement document, and nothing in it as anything but text. */
class AgreementHtmlTest {

    @Test
    void everyPartIsShown() {
        String html = html(
                Entry.value(Part.WHAT_RUNS, "About this workflow", "blocks an address"),
                Entry.json(Part.ON_WHAT, "Enrichments", Map.of("asn", 64500)),
                Entry.json(Part.ON_WHAT, "Parameters", Map.of("scope", "ENTIRE_DOMAIN")),
                Entry.list(Part.WITH_WHAT, "Granted secrets", List.of("FIREWALL_KEY", "DOMAIN_ADMIN_KEY")),
                Entry.value(Part.WHY, "Potential impact", "the office is cut off"),
                Entry.value(Part.RULE, "Risk", "low"));
        for (String shown : List.of(
                "blocks an address",
                "64500",
                "ENTIRE_DOMAIN",
                "FIREWALL_KEY",
                "DOMAIN_ADMIN_KEY",
                "the office is cut off")) {
            assertTrue(html.contains(shown), shown);
        }
        for (Part part : Part.values()) {
            assertTrue(html.contains("<h2>" + part.title() + "</h2>"), part.title());
        }
    }

    @Test
    void allLinesOfCodeAreThereEachOnALineOfItsOwn() {
        String html = html(Entry.code(Part.WHAT_RUNS, "Code", "int x;\n".repeat(6_007)));
        assertEquals(6_007, html.split("<span class=\"line\">", -1).length - 1);
    }

    @Test
    void foreignTextIsIsolatedAndMarked() {
        String html = html(
                Entry.value(Part.ON_WHAT, "Indicator", "finance\u202etcerid\u202c-svc"),
                Entry.json(Part.ON_WHAT, "Parameters", Map.of("mode", "\u202elluf\u202c")),
                Entry.value(Part.WHY, "Reason", "x\n*Approved by:* <b>alex</b>"),
                Entry.code(Part.WHAT_RUNS, "Code", "a(); //\u202e evil"));
        assertFalse(html.contains("\u202e"), html);
        assertEquals(3, html.split("<mark>U\\+202E</mark>", -1).length - 1);
        assertTrue(html.contains("<bdi>x<mark>U+000A</mark>\n*Approved by:* &lt;b&gt;alex&lt;/b&gt;</bdi>"), html);
    }

    @Test
    void changesSinceTheLastApprovalAreShownWhole() {
        AgreementComparison comparison = new AgreementComparison(
                Kind.WORKFLOW,
                "APR-7",
                null,
                List.of(new AgreementComparison.Change(
                        Part.WITH_WHAT, "Granted secrets", List.of("-FIREWALL_KEY", "+DOMAIN_ADMIN_KEY"))));
        String html =
                AgreementHtml.of(new AgreementView(new AgreementDocument(List.of()), "ab".repeat(32), comparison));
        assertFalse(html.contains("same code"), html);
        assertTrue(html.contains("<span class=\"line add\"><bdi>+DOMAIN_ADMIN_KEY</bdi></span>"), html);
    }

    private static String html(Entry... entries) {
        return AgreementHtml.of(new AgreementView(
                new AgreementDocument(List.of(entries)),
                "ab".repeat(32),
                new AgreementComparison(Kind.WORKFLOW, null, null, List.of())));
    }
}
