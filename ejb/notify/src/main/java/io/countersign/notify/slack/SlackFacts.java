package io.countersign.notify.slack;

import io.countersign.notify.content.NotificationText;
import io.countersign.notify.content.RequestDetail;
import io.countersign.notify.content.RequestSummary;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What a message says of a request between its header and its buttons. Labels are ours; every word of others is
 * {@code plain_text}, in which no label, mention or link can be forged.
 *
 * @param complete whether nothing of the agreement document is shortened or left out
 */
record SlackFacts(List<JsonObject> blocks, boolean complete) {
    static final int HEADER_LENGTH = 150;
    static final int FIELD_LENGTH = 1900;
    private static final int SECTION_LENGTH = 2900;
    /** Slack takes 50 blocks and some 13,000 characters; header, votes, comment and buttons need some of them. */
    private static final int MOST_BLOCKS = 40;

    private static final int MOST_CHARACTERS = 9_000;
    private static final int BRIEF_LENGTH = 500;
    private static final int PAIRS_A_SECTION = 5;

    /** All of it if there is room for it, else the beginning of each entry, and of code nothing. */
    static SlackFacts of(RequestSummary story) {
        List<JsonObject> whole = new Layout(Integer.MAX_VALUE).lay(story);
        boolean fits = whole.size() <= MOST_BLOCKS
                && characters(story) <= MOST_CHARACTERS
                && story.headline().length() <= HEADER_LENGTH
                && story.indicatorOrNone().length() <= FIELD_LENGTH
                && story.triggeredBy().length() <= FIELD_LENGTH
                && story.reasonOrNone().length() <= FIELD_LENGTH;
        if (fits) {
            return new SlackFacts(whole, true);
        }
        List<JsonObject> brief = new Layout(BRIEF_LENGTH).lay(story);
        return new SlackFacts(brief.subList(0, Math.min(MOST_BLOCKS, brief.size())), false);
    }

    private static int characters(RequestSummary story) {
        return story.reasonOrNone().length()
                + story.details().stream()
                        .mapToInt(it -> it.label().length() + it.text().length())
                        .sum();
    }

    /** @param most so much of each text is shown */
    private record Layout(int most) {

        List<JsonObject> lay(RequestSummary story) {
            List<JsonObject> blocks = new ArrayList<>();
            blocks.add(first(story));
            List<RequestDetail> pairs = new ArrayList<>();
            for (RequestDetail detail : story.details()) {
                if (detail.isShort()) {
                    pairs.add(detail);
                    flush(pairs, PAIRS_A_SECTION, blocks);
                } else if (most == Integer.MAX_VALUE || !detail.code()) {
                    flush(pairs, 1, blocks);
                    blocks.add(label(detail.label()));
                    body(detail.text(), blocks);
                }
            }
            flush(pairs, 1, blocks);
            return blocks;
        }

        private JsonObject first(RequestSummary story) {
            JsonArrayBuilder fields = Json.createArrayBuilder();
            pair(fields, "Indicator", story.indicatorOrNone());
            pair(fields, "Trigger", story.triggeredBy());
            pair(fields, "Confidence", story.confidenceInWords());
            fields.add(mrkdwn("*Expires:*")).add(mrkdwn(moment(story)));
            pair(fields, "Reason", story.reasonOrNone());
            return fields(fields);
        }

        private void flush(List<RequestDetail> pairs, int atLeast, List<JsonObject> blocks) {
            if (pairs.size() < atLeast) {
                return;
            }
            JsonArrayBuilder fields = Json.createArrayBuilder();
            pairs.forEach(detail -> pair(fields, detail.label(), detail.text()));
            blocks.add(fields(fields));
            pairs.clear();
        }

        private void body(String text, List<JsonObject> blocks) {
            String shown = NotificationText.shorten(text, most);
            for (int from = 0; from < shown.length(); ) {
                int to = NotificationText.inner(shown, Math.min(shown.length(), from + SECTION_LENGTH));
                blocks.add(section(shown.substring(from, to)));
                from = to;
            }
        }

        private void pair(JsonArrayBuilder fields, String label, String value) {
            fields.add(mrkdwn("*" + label + ":*"))
                    .add(plain(NotificationText.shorten(NotificationText.shorten(value, most), FIELD_LENGTH)));
        }
    }

    /** Slack shows it in the reader's own time zone; the part after the bar is for clients that cannot. */
    private static String moment(RequestSummary story) {
        return "<!date^" + story.expiresAt().getEpochSecond() + "^{date_short_pretty} {time}|"
                + story.expiresAt().truncatedTo(ChronoUnit.SECONDS) + ">";
    }

    private static JsonObject label(String text) {
        return Json.createObjectBuilder()
                .add("type", "section")
                .add("text", mrkdwn("*" + text + ":*"))
                .build();
    }

    private static JsonObject fields(JsonArrayBuilder fields) {
        return Json.createObjectBuilder()
                .add("type", "section")
                .add("fields", fields)
                .build();
    }

    /** A text of others, as it is. */
    static JsonObject section(String text) {
        return Json.createObjectBuilder()
                .add("type", "section")
                .add("text", plain(NotificationText.shorten(text, SECTION_LENGTH)))
                .build();
    }

    /** Words as they are: no markup, no mention, no emoji. */
    static JsonObject plain(String text) {
        return Json.createObjectBuilder()
                .add("type", "plain_text")
                .add("text", text.isEmpty() ? "none" : text)
                .add("emoji", false)
                .build();
    }

    /** For words of ours alone. */
    private static JsonObject mrkdwn(String text) {
        return Json.createObjectBuilder()
                .add("type", "mrkdwn")
                .add("text", text)
                .add("verbatim", true)
                .build();
    }
}
