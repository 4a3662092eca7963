package io.countersign.ui;

import io.countersign.kernel.Refusal;
import io.countersign.kernel.StrictJson;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fields of a posted form, read into the shapes that the doors take. A bad one is a refusal that names it. */
public final class HtmlForm {

    private final Map<String, String[]> fields;
    private boolean ambiguous;

    HtmlForm(HttpServletRequest request) {
        this(request.getParameterMap());
    }

    /** Of a form that was posted earlier. */
    HtmlForm(Map<String, String[]> fields) {
        this.fields = fields;
    }

    /** The text of a field without surrounding white space; empty when absent. */
    public String text(String field) {
        String value = only(field);
        return value == null ? "" : value.strip();
    }

    /** The text as it was typed, line ends as {@code \n}: for code. */
    public String raw(String field) {
        String value = only(field);
        return value == null ? "" : value.replace("\r\n", "\n");
    }

    /** A field that is given twice means neither. */
    private @Nullable String only(String field) {
        String[] values = fields.get(field);
        if (values == null) {
            return null;
        }
        if (values.length > 1) {
            ambiguous = true;
            throw Refusal.invalid(field, "is given more than once");
        }
        return values[0];
    }

    /** Whether a field that can have one value came with several: no page of ours sends that. */
    boolean isAmbiguous() {
        return ambiguous;
    }

    /** The text, or null when nothing was written. */
    public @Nullable String textOrNull(String field) {
        String value = text(field);
        return value.isEmpty() ? null : value;
    }

    /** Whether the form had the field at all. */
    public boolean has(String field) {
        return fields.containsKey(field);
    }

    /** An id that the form carries. */
    public UUID uuid(String field) {
        return uuidOrEmpty(field).orElseThrow(() -> Refusal.invalid(field, "must be a UUID"));
    }

    /** Every id of a field that may be there several times; at least one. */
    public List<UUID> uuids(String field) {
        if (chosen(field).isEmpty()) {
            throw Refusal.invalid(field, "choose at least one");
        }
        try {
            return chosen(field).stream().map(UUID::fromString).distinct().toList();
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(field, "must be UUIDs");
        }
    }

    /** An id that the form may carry. */
    public Optional<UUID> uuidOrEmpty(String field) {
        try {
            return has(field) && !text(field).isEmpty() ? Optional.of(UUID.fromString(text(field))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(field, "must be a UUID");
        }
    }

    /** The page of the thing whose id the form carries in a field, or of a new one. */
    public String pageOf(String page, String field) {
        return uuidOrEmpty(field).map(id -> page + "/" + id).orElse(page);
    }

    /** A whole number, or null when nothing was written. */
    public @Nullable Integer number(String field) {
        try {
            return text(field).isEmpty() ? null : Integer.valueOf(text(field));
        } catch (NumberFormatException e) {
            throw Refusal.invalid(field, "must be a whole number");
        }
    }

    /** A number with a fraction, or null when nothing was written. */
    public @Nullable Double decimal(String field) {
        try {
            return text(field).isEmpty() ? null : Double.valueOf(text(field));
        } catch (NumberFormatException e) {
            throw Refusal.invalid(field, "must be a number");
        }
    }

    /** A whole number of any size, or null when nothing was written. */
    public @Nullable Long longNumber(String field) {
        try {
            return text(field).isEmpty() ? null : Long.valueOf(text(field));
        } catch (NumberFormatException e) {
            throw Refusal.invalid(field, "must be a whole number");
        }
    }

    /** Words separated by commas, white space or line ends. */
    public List<String> words(String field) {
        return Arrays.stream(text(field).split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Items one to a line, or separated by commas; blanks inside belong to them. */
    public List<String> lines(String field) {
        return Arrays.stream(text(field).split("[,\\r\\n]+"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Every value of a field that may be chosen several times. */
    public List<String> chosen(String field) {
        String[] values = fields.get(field);
        return values == null ? List.of() : List.of(values);
    }

    /** {@link #chosen} for doors that check each item themselves. */
    public List<@Nullable String> nullableChosen(String field) {
        return new ArrayList<>(chosen(field));
    }

    /** {@link #words} for doors that check each item themselves. */
    public List<@Nullable String> nullableWords(String field) {
        return new ArrayList<>(words(field));
    }

    /** A time as a browser's own field gives it, taken as UTC; null when nothing was written. */
    public @Nullable Instant time(String field) {
        try {
            return text(field).isEmpty()
                    ? null
                    : LocalDateTime.parse(text(field)).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(field, "must be a time such as 2026-11-22T13:00");
        }
    }

    /** A JSON object; empty when nothing was written. */
    public Map<String, Object> json(String field) {
        String text = text(field);
        if (text.isEmpty()) {
            return Map.of();
        }
        return StrictJson.object(field, text);
    }

    /** Every field with its first value: what a refused form shows again. */
    Map<String, String> everything() {
        Map<String, String> all = new LinkedHashMap<>();
        fields.forEach((field, values) -> all.put(field, String.join("\n", values)));
        all.remove("csrf");
        return all;
    }
}
