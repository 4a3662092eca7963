package io.countersign.kernel.settings;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One setting: its name as an environment variable, its type and range, and what holds where it is not set.
 *
 * @param <T> what its text means
 * @param name the environment variable; the property of that name in dotted lower case is read too
 * @param fallback what holds where it is not set, as its text; null for nothing
 * @param allowed what it must be, as the end of "must be …"
 * @param description one line for the operations guide
 * @param isSecret whether its value must not be repeated in a message
 * @param parser from text to value; anything it throws means that the value is not allowed
 */
public record Setting<T>(
        String name,
        @Nullable String fallback,
        String allowed,
        String description,
        boolean isSecret,
        Function<String, T> parser) {

    /** Any text. */
    public static Setting<String> text(String name, @Nullable String fallback, String description) {
        return new Setting<>(name, fallback, "a text", description, false, text -> text);
    }

    /** Any text, which no message repeats. */
    public static Setting<String> secret(String name, String description) {
        return new Setting<>(name, null, "a text", description, true, text -> text);
    }

    /** A whole number in a range. */
    public static Setting<Integer> number(String name, int fallback, int min, int max, String description) {
        String allowed = "a whole number from " + min + " to " + max;
        return new Setting<>(name, String.valueOf(fallback), allowed, description, false, text -> {
            int number = Integer.parseInt(text);
            if (number < min || number > max) {
                throw new IllegalArgumentException(allowed);
            }
            return number;
        });
    }

    /** Yes or no. */
    public static Setting<Boolean> flag(String name, boolean fallback, String description) {
        return new Setting<>(
                name, String.valueOf(fallback), "true or false", description, false, text -> switch (text.toLowerCase(
                        Locale.ROOT)) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException(text);
                });
    }

    /** One word of a list, written in any case. */
    public static Setting<String> word(String name, @Nullable String fallback, List<String> words, String description) {
        return new Setting<>(name, fallback, oneOf(words), description, false, text -> {
            String word = text.toLowerCase(Locale.ROOT);
            if (!words.contains(word)) {
                throw new IllegalArgumentException(text);
            }
            return word;
        });
    }

    /** Words, separated by commas. */
    public static Setting<List<String>> words(String name, @Nullable String fallback, String description) {
        return new Setting<>(name, fallback, "words, separated by commas", description, false, Setting::split);
    }

    /** Words of a list, separated by commas and written in any case. */
    public static Setting<List<String>> wordsOf(
            String name, @Nullable String fallback, List<String> known, String description) {
        String allowed = oneOf(known) + ", several separated by commas";
        return new Setting<>(name, fallback, allowed, description, false, text -> {
            List<String> words = split(text.toLowerCase(Locale.ROOT));
            if (!known.containsAll(words)) {
                throw new IllegalArgumentException(text);
            }
            return words;
        });
    }

    /** The address of a server, complete with http or https; without slashes at its end. */
    public static Setting<URI> address(String name, @Nullable String fallback, String description) {
        return new Setting<>(name, fallback, "a full http(s) URL", description, false, Setting::httpAddress);
    }

    /** The same setting with a value that no message repeats. */
    public Setting<T> hidden() {
        return new Setting<>(name, fallback, allowed, description, true, parser);
    }

    /** The property's name. */
    public String property() {
        return name.toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** Why a text is not allowed, in one sentence. */
    String problem(String text) {
        return name + " must be " + allowed + (isSecret ? "" : ", not \"" + text + "\"");
    }

    private static URI httpAddress(String text) {
        URI uri = URI.create(text.replaceAll("/+$", ""));
        String scheme = uri.getScheme();
        if (uri.getHost() == null || scheme == null || !scheme.matches("(?i)https?")) {
            throw new IllegalArgumentException(text);
        }
        return uri;
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String oneOf(List<String> words) {
        return words.size() == 1
                ? words.get(0)
                : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.get(words.size() - 1);
    }
}
