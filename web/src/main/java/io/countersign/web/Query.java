package io.countersign.web;

import io.countersign.kernel.Characters;
import io.countersign.kernel.FieldError;
import io.countersign.kernel.FieldType;
import io.countersign.kernel.PageRequest;
import io.countersign.kernel.Refusal;
import io.countersign.kernel.StorableText;
import io.countersign.kernel.TextForms;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads query parameters and collects what is wrong with them: a wrong value, a parameter that is given twice or that nobody
 * knows. {@link #done} refuses once, naming them all.
 */
public final class Query {

    /** What is wrong with a parameter that no resource asks for. */
    static final String UNKNOWN = "is not a known query parameter";

    private static final int MAX_PAGE = 10_000_000;
    private static final int MAX_TEXT = 500;
    private static final int MAX_NAME = 100;
    /** How long an answer may be held back at most; longer is refused. */
    public static final int MAX_WAIT_SECONDS = 60;

    private final MultivaluedMap<String, String> parameters;
    private final List<FieldError> errors = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    private Query(MultivaluedMap<String, String> parameters) {
        this.parameters = parameters;
    }

    /** Begins with the parameters of this request. */
    public static Query of(UriInfo uri) {
        return new Query(uri.getQueryParameters());
    }

    static Query of(MultivaluedMap<String, String> parameters) {
        return new Query(parameters);
    }

    /** A text, or null when absent or empty. */
    public @Nullable String text(String name) {
        known.add(name);
        String text = parameters.getFirst(name);
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (Characters.count(text) > MAX_TEXT) {
            return wrong(name, "must have at most " + MAX_TEXT + " characters");
        }
        String flaw = StorableText.flaw(text);
        return flaw == null ? text : wrong(name, flaw);
    }

    /** One of the given words, or null when absent. */
    public @Nullable String word(String name, String... allowed) {
        return read(
                name,
                "must be one of " + String.join(", ", allowed),
                text -> List.of(allowed).contains(text) ? text : null);
    }

    /** The wire name of one of an enum's constants, or null when absent. */
    public @Nullable String word(String name, Enum<?>[] constants) {
        return word(name, FieldType.wireNames(constants).toArray(String[]::new));
    }

    /** The wire names of some of an enum's constants, comma separated; empty when absent or wrong. */
    public List<String> words(String name, Enum<?>[] constants) {
        return words(name, FieldType.wireNames(constants).toArray(String[]::new));
    }

    /** Some of the given words, comma separated; empty when absent or wrong. */
    public List<String> words(String name, String... allowed) {
        known.add(name);
        List<String> words = parameters.getOrDefault(name, List.of()).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::trim)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        if (!List.of(allowed).containsAll(words)) {
            wrong(name, "must be of " + String.join(", ", allowed));
            return List.of();
        }
        return words;
    }

    /** An id, or null when absent. */
    public @Nullable UUID uuid(String name) {
        return read(name, "must be a UUID", TextForms::uuid);
    }

    /** A point in time, or null when absent. */
    public @Nullable Instant time(String name) {
        // an unescaped + of an offset arrives as a blank
        return read(name, "must be an RFC 3339 time", text -> TextForms.time(text.replace(' ', '+')));
    }

    /** True or false; absent is false. */
    public boolean flag(String name) {
        return "true".equals(word(name, "true", "false"));
    }

    /** A whole number within bounds, or what stands for an absent one. */
    public int integer(String name, int absent, int min, int max) {
        Integer number = read(name, "must be a whole number from " + min + " to " + max, text -> {
            try {
                int value = Integer.parseInt(text);
                return value < min || value > max ? null : value;
            } catch (NumberFormatException e) {
                return null;
            }
        });
        return number == null ? absent : number;
    }

    /** A whole number that is not negative, or null when absent. */
    public @Nullable Long number(String name) {
        return read(name, "must be a whole number, 0 or more", text -> {
            try {
                long value = Long.parseLong(text);
                return value < 0 ? null : value;
            } catch (NumberFormatException e) {
                return null;
            }
        });
    }

    /** Which page of how many. */
    public PageRequest page() {
        return new PageRequest(
                integer("page", 1, 1, MAX_PAGE),
                integer("page_size", PageRequest.DEFAULT_SIZE, 1, PageRequest.MAX_SIZE));
    }

    /** How long to hold the answer back; zero when absent. */
    public Duration held() {
        return Duration.ofSeconds(integer("wait", 0, 0, MAX_WAIT_SECONDS));
    }

    /**
     * Ends the reading.
     *
     * @throws Refusal VALIDATION_ERROR naming every parameter that is wrong
     */
    public void done() {
        new TreeMap<>(parameters).forEach((name, values) -> {
            if (!known.contains(name)) {
                wrong(shown(name), UNKNOWN);
            } else if (values.size() > 1) {
                wrong(name, "is given more than once");
            }
        });
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
    }

    /** A name of somebody else's making, as it can stand in an answer. */
    static String shown(String name) {
        String plain = name.replaceAll("[^\\x20-\\x7e]", "?");
        return plain.length() > MAX_NAME ? plain.substring(0, MAX_NAME) + "…" : plain;
    }

    private <T> @Nullable T read(String name, String expected, Function<String, @Nullable T> reader) {
        String text = text(name);
        if (text == null) {
            if (parameters.containsKey(name) && "".equals(parameters.getFirst(name))) {
                wrong(name, expected);
            }
            return null;
        }
        T value = reader.apply(text);
        return value != null ? value : wrong(name, expected);
    }

    private <T> @Nullable T wrong(String name, String message) {
        errors.add(new FieldError(name, message));
        return null;
    }
}
