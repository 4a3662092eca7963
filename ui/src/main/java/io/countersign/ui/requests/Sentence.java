package io.countersign.ui.requests;

import io.countersign.approvals.Kind;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request in one sentence: <b>who</b> wants to <b>what</b> on <b>which</b>.
 *
 * @param who the requester as people know it
 * @param verb {@code wants to run} or {@code wants to}
 * @param what the workflow's name, or the action in words
 * @param on the indicator's value; empty when there is none
 */
public record Sentence(String who, String verb, String what, String on) {

    /** The sentence of a request. */
    public static Sentence of(RequestView request) {
        String on = indicator(request.indicator());
        if (request.kind() == Kind.WORKFLOW) {
            return new Sentence(
                    request.requestedByLabel(), "wants to run", orElse(request.workflowName(), "a workflow"), on);
        }
        String description = request.actionDescription();
        if (description == null || description.isBlank()) {
            return new Sentence(request.requestedByLabel(), "wants to use", orElse(request.toolName(), "a tool"), on);
        }
        return new Sentence(request.requestedByLabel(), "wants to", asInfinitive(description), on);
    }

    /** How it ended, in a few words; empty while it is pending. */
    static String ending(RequestView request) {
        String deciders = String.join(
                " and ",
                request.decisions().stream()
                        .filter(decision -> decision.decision() == closing(request))
                        .map(RequestView.Decision::approver)
                        .toList());
        return switch (request.status()) {
            case PENDING -> "";
            case APPROVED -> deciders.isEmpty() ? "approved" : "approved by " + deciders;
            case REJECTED -> deciders.isEmpty() ? "rejected" : "rejected by " + deciders;
            case EXPIRED -> "expired without a decision";
            case CANCELLED -> "cancelled";
        };
    }

    private static @Nullable Verdict closing(RequestView request) {
        return switch (request.status()) {
            case APPROVED -> Verdict.APPROVE;
            case REJECTED -> Verdict.REJECT;
            case PENDING, EXPIRED, CANCELLED -> null;
        };
    }

    /** {@code Isolate host-17.} reads on as {@code wants to isolate host-17}; an abbreviation keeps its capitals. */
    static String asInfinitive(String description) {
        String text = description.strip().replaceAll("\\.$", "");
        boolean word = text.length() > 1 && Character.isLowerCase(text.charAt(1));
        return word ? text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1) : text;
    }

    private static String indicator(@Nullable Map<String, Object> indicator) {
        Object value = indicator == null ? null : indicator.get("value");
        return value == null ? "" : value.toString();
    }

    private static String orElse(@Nullable String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text;
    }

    /** Plain text, for titles. */
    public String text() {
        return String.join(" ", List.of(who, verb, what)) + (on.isEmpty() ? "" : " on " + on);
    }
}
