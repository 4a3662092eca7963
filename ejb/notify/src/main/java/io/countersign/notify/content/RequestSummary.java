package io.countersign.notify.content;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What every message tells about a request, as it is stored at this moment. Words of others are marked and make no links.
 *
 * @param subject what would run: the name of the workflow or the tool
 * @param digest the digest of the agreement document shown, hex; a click on a button carries it back
 * @param trigger who or what asked, {@code agent} or {@code human}
 * @param details everything else that is agreed to, and how it differs from the last time
 * @param waitingFor in words, how much agreement is there and how much is needed
 * @param votes one sentence each, in the order cast
 * @param outcome how it ended, in words; null while it is pending
 */
public record RequestSummary(
        UUID id,
        String requestNumber,
        boolean tool,
        String subject,
        String risk,
        String digest,
        @Nullable String indicator,
        String trigger,
        String requestedBy,
        String requester,
        @Nullable String reason,
        @Nullable Double confidence,
        List<RequestDetail> details,
        Instant expiresAt,
        String status,
        boolean pending,
        String waitingFor,
        List<String> votes,
        @Nullable String outcome) {

    public String headline() {
        return "[" + risk.toUpperCase(Locale.ROOT) + " RISK] " + (tool ? "Tool" : "Workflow") + " Approval: " + subject;
    }

    /** Whether a decision may be taken where no more than this can be seen. */
    public boolean decidableInChat() {
        return risk.equals("low") || risk.equals("medium");
    }

    public String indicatorOrNone() {
        return indicator == null ? "none" : indicator;
    }

    public String triggeredBy() {
        return trigger + " (" + requestedBy + ")";
    }

    public String confidenceInWords() {
        return confidence == null ? "not given" : Math.round(confidence * 100) + " %";
    }

    public String reasonOrNone() {
        return reason == null || reason.isBlank() ? "none given" : reason;
    }
}
