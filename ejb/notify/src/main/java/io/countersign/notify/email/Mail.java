package io.countersign.notify.email;

import io.countersign.notify.content.NotificationText;
import io.countersign.notify.content.RequestDetail;
import io.countersign.notify.content.RequestSummary;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A plain-text e-mail. Plain text, since nothing in it can then pretend to be another link.
 *
 * @param to one address
 */
public record Mail(String to, String subject, String body) {
    private static final int SUBJECT_LENGTH = 180;
    private static final int LINE_LENGTH = 2000;

    static Mail about(String to, RequestSummary story, URI link) {
        List<String> lines = new ArrayList<>(facts(story));
        lines.add("");
        lines.add("Review and decide (this link is yours alone, opening it decides nothing):");
        lines.add(link.toString());
        return new Mail(to, subject(story.headline()), String.join("\n", lines) + "\n");
    }

    /** For somebody who is told and does not decide. */
    static Mail information(String to, RequestSummary story, String notice, URI link) {
        List<String> lines = new ArrayList<>(List.of(NotificationText.shorten(notice, LINE_LENGTH), ""));
        lines.addAll(facts(story));
        lines.add("");
        lines.add("The request, after signing in:");
        lines.add(link.toString());
        return new Mail(to, subject(story.headline()), String.join("\n", lines) + "\n");
    }

    static Mail sentence(String to, RequestSummary story, String sentence) {
        List<String> lines = new ArrayList<>(List.of(NotificationText.shorten(sentence, LINE_LENGTH), ""));
        lines.addAll(facts(story));
        return new Mail(to, subject(story.headline()), String.join("\n", lines) + "\n");
    }

    private static List<String> facts(RequestSummary story) {
        List<String> lines = new ArrayList<>();
        lines.add(fact("Asked for", story.headline()));
        lines.add(fact("Indicator", story.indicatorOrNone()));
        lines.add(fact("Trigger", story.triggeredBy()));
        lines.add(fact("Confidence", story.confidenceInWords()));
        lines.add(fact(
                "Expires", story.expiresAt().truncatedTo(ChronoUnit.SECONDS).toString()));
        lines.add(fact("Reason", story.reasonOrNone()));
        story.details().forEach(detail -> lines.addAll(detail(detail)));
        lines.add(fact("Request", story.requestNumber()));
        story.votes().forEach(vote -> lines.add(fact("Vote", vote)));
        return lines;
    }

    /** What has several lines stands indented below its label, so that none of them passes for a label of ours. */
    private static List<String> detail(RequestDetail detail) {
        if (detail.code()) {
            return List.of(fact(detail.label(), "shown on the page"));
        }
        if (detail.text().indexOf('\n') < 0) {
            return List.of(fact(detail.label(), detail.text()));
        }
        List<String> lines = new ArrayList<>(List.of(detail.label() + ":"));
        NotificationText.shorten(detail.text(), LINE_LENGTH)
                .lines()
                .map(line -> "    " + line)
                .forEach(lines::add);
        return lines;
    }

    private static String fact(String label, String value) {
        return label + ": " + NotificationText.shorten(NotificationText.oneLine(value), LINE_LENGTH);
    }

    private static String subject(String text) {
        return NotificationText.shorten(NotificationText.oneLine(text), SUBJECT_LENGTH);
    }
}
