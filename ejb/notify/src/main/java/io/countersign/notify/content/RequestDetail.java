package io.countersign.notify.content;

import io.countersign.approvals.AgreementComparison;
import io.countersign.approvals.AgreementDocument;
import io.countersign.approvals.AgreementView;
import io.countersign.kernel.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One entry of the agreement document, or of its difference to the last one, as messages show it: marked and without links.
 *
 * @param code whether it is source, which only a message with room for all of it shows
 * @param text one line, or several for what is laid out in lines
 */
public record RequestDetail(String label, boolean code, String text) {

    /** What every message begins with, in words of its own. */
    private static final Set<String> SAID_FIRST =
            Set.of("Indicator", "Indicator type", "Trigger", "Confidence", "Reason", "Risk");

    /** Every entry that no message says anyhow, and every change. */
    static List<RequestDetail> of(AgreementView agreement) {
        List<RequestDetail> details = new ArrayList<>();
        for (AgreementDocument.Entry entry : agreement.document().entries()) {
            if (!SAID_FIRST.contains(entry.label())) {
                details.add(of(entry));
            }
        }
        AgreementComparison comparison = agreement.comparison();
        details.add(new RequestDetail("Since the last approval", false, NotificationText.seen(comparison.sentence())));
        for (AgreementComparison.Change change : comparison.changes()) {
            details.add(new RequestDetail(
                    "Changed: " + change.label(), isCode(agreement, change), VisibleText.defangedLines(change.text())));
        }
        return details;
    }

    private static RequestDetail of(AgreementDocument.Entry entry) {
        return switch (entry.form()) {
            case VALUE -> new RequestDetail(entry.label(), false, NotificationText.seen(entry.value()));
            case LIST ->
                new RequestDetail(
                        entry.label(),
                        false,
                        String.join(
                                "\n",
                                entry.lines().stream()
                                        .map(NotificationText::seen)
                                        .toList()));
            case JSON -> new RequestDetail(entry.label(), false, VisibleText.defangedLines(entry.value()));
            case CODE -> new RequestDetail(entry.label(), true, VisibleText.defangedLines(entry.value()));
        };
    }

    private static boolean isCode(AgreementView agreement, AgreementComparison.Change change) {
        return agreement
                .document()
                .find(change.part(), change.label())
                .map(entry -> entry.form() == AgreementDocument.Form.CODE)
                .orElse(false);
    }

    public boolean isShort() {
        return text.length() <= 300 && text.indexOf('\n') < 0;
    }

    /** The same on one line. */
    public String line() {
        return text.replaceAll("\\s*\n\\s*", text.startsWith("{") || text.startsWith("[") ? " " : ", ");
    }
}
