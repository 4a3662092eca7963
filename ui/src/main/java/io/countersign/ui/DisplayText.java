package io.countersign.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the console says times, amounts and text lines. The same words are spoken by console.js while a page is open. */
@Named
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class DisplayText {

    private static final DateTimeFormatter ABSOLUTE = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int BRIEF = 120;

    @Inject
    Clock clock;

    /** {@code in 42 min}, {@code 3 days ago}; empty without a time. */
    public String relative(@Nullable Instant at) {
        if (at == null) {
            return "";
        }
        long seconds = Duration.between(clock.instant(), at).toSeconds();
        long far = Math.abs(seconds);
        if (far < 60) {
            return seconds >= 0 ? "in under a minute" : "just now";
        }
        String amount = far >= 86_400
                ? plural(far / 86_400, "day")
                : far >= 3_600 ? plural(far / 3_600, "hour") : far / 60 + " min";
        return seconds >= 0 ? "in " + amount : amount + " ago";
    }

    /** {@code 2026-11-22 13:00:00 UTC}; empty without a time. */
    public String absolute(@Nullable Instant at) {
        return at == null ? "" : ABSOLUTE.format(at);
    }

    /** The time of day alone, for log lines. */
    public String clock(@Nullable Instant at) {
        return at == null ? "" : CLOCK.format(at);
    }

    /** {@code 1 day}, {@code 2 days}. */
    public String plural(long n, String word) {
        return n + " " + word + (n == 1 ? "" : "s");
    }

    /** A length of time as people say it: {@code 250 ms}, {@code 1.4 s}, {@code 5 min}, {@code 2 hours}. */
    public String lasting(@Nullable Number milliseconds) {
        if (milliseconds == null) {
            return "";
        }
        long ms = milliseconds.longValue();
        if (ms < 1_000) {
            return ms + " ms";
        }
        if (ms < 60_000) {
            return String.format(Locale.ROOT, "%.1f s", ms / 1000.0);
        }
        long minutes = ms / 60_000;
        return minutes < 120 ? minutes + " min" : minutes < 2_880 ? minutes / 60 + " hours" : minutes / 1_440 + " days";
    }

    /** The first letter large: {@code timed_out} becomes {@code Timed out}. */
    public String capital(@Nullable Object word) {
        if (word == null || word.toString().isEmpty()) {
            return "";
        }
        String text = word.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** A constant's outside name: lower case. */
    public String wire(@Nullable Object constant) {
        return constant == null ? "" : constant.toString().toLowerCase(Locale.ROOT);
    }

    /** Whose runs need agreement, in one or two words. */
    public String agreementMode(@Nullable Object mode) {
        return switch (wire(mode)) {
            case "always" -> "all runs";
            case "agent_only" -> "agent runs";
            default -> "none";
        };
    }

    /** {@code 0.92} as {@code 92 %}; empty without a number. */
    public String percent(@Nullable Number ratio) {
        return ratio == null ? "" : Math.round(ratio.doubleValue() * 100) + " %";
    }

    /** A list as one reads it aloud; empty without items. */
    public String join(@Nullable Iterable<?> items) {
        if (items == null) {
            return "";
        }
        StringBuilder all = new StringBuilder();
        items.forEach(item -> all.append(all.isEmpty() ? "" : ", ").append(item));
        return all.toString();
    }

    /** The first twelve characters of a digest: enough to compare by eye, the whole one is in the title. */
    public String shortHash(@Nullable String hash) {
        return hash == null ? "" : hash.length() <= 12 ? hash : hash.substring(0, 12);
    }

    /** The beginning of a longer text, on one line. */
    public String brief(@Nullable String text) {
        String line = text == null ? "" : text.strip().replaceAll("\\s+", " ");
        return line.length() <= BRIEF ? line : line.substring(0, BRIEF).stripTrailing() + "…";
    }

    /** The value of the indicator in a run's context; empty when it has none. */
    public String indicatorOf(@Nullable Map<String, Object> context) {
        Object indicator = context == null ? null : context.get("indicator");
        Object value = indicator instanceof Map<?, ?> map ? map.get("value") : null;
        return value == null ? "" : value.toString();
    }

    /** Who asked for a run, as its context tells. */
    public String requesterOf(@Nullable Map<String, Object> context, String triggerType) {
        Object label = context == null ? null : context.get("key");
        Object person = context == null ? null : context.get("requested_by");
        if (label == null || label.equals(person)) {
            return person == null ? triggerType : person.toString();
        }
        return label + " (" + triggerType + " key of " + person + ")";
    }

    /** The colour of a workflow's state or a run's status; never the only sign of it. */
    public String stateTone(@Nullable Object state) {
        return switch (wire(state)) {
            case "active", "success", "approved" -> "good";
            case "failed", "rejected" -> "bad";
            case "timed_out", "interrupted" -> "warn";
            case "queued", "running" -> "live";
            default -> "plain";
        };
    }

    /** The sign of a workflow's state or a run's status. */
    public String stateIcon(@Nullable Object state) {
        return switch (wire(state)) {
            case "active", "success" -> "good";
            case "failed" -> "bad";
            case "timed_out" -> "clock";
            case "interrupted" -> "high";
            case "queued", "running" -> "live";
            case "draft" -> "edit";
            default -> "stop";
        };
    }

    /** A number, or the most that was counted and a plus. */
    public static String counted(long number, int most) {
        return number > most ? most + "+" : Long.toString(number);
    }

    /** Text by lines, all of them: what people agree to is never cut. */
    public List<String> lines(@Nullable String text) {
        return text == null ? List.of() : text.lines().toList();
    }

    /** The class of one line of a unified diff. */
    public String diffClass(@Nullable String line) {
        if (line == null || line.isEmpty()) {
            return "";
        }
        if (line.startsWith("+++") || line.startsWith("---") || line.startsWith("@@")) {
            return "hunk";
        }
        return switch (line.charAt(0)) {
            case '+' -> "add";
            case '-' -> "del";
            default -> "";
        };
    }
}
