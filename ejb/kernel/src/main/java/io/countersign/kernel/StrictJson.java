package io.countersign.kernel;

import jakarta.json.JsonException;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Parses JSON that somebody sent: strict where {@link CanonicalJson#parse} trusts what was stored here. A field that is given
 * twice, deep nesting, endless numbers and text that cannot be stored are refused; numbers keep all their digits.
 */
public final class StrictJson {

    /** How deep a value may nest. */
    public static final int MAX_DEPTH = 64;

    private static final int MAX_DIGITS = 100;
    private static final JsonProvider JSON = JsonProvider.provider();

    private final JsonParser parser;

    private StrictJson(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * The JSON object in a body; an empty body reads as an empty object.
     *
     * @throws Refusal MALFORMED_JSON for what is no UTF-8 or no JSON, saying where; VALIDATION_ERROR when it is no object or
     *     holds text that cannot be stored
     */
    public static Map<String, Object> object(byte[] utf8) {
        if (utf8.length == 0) {
            return Map.of();
        }
        Map<String, Object> object = asObject("body", parse(decoded(utf8)));
        StorableText.require("", object);
        return object;
    }

    /** The JSON object in a text field of a form; what is wrong is said of that field (422). */
    public static Map<String, Object> object(String field, String text) {
        return asObject(field, value(field, text));
    }

    /** The JSON value in a text field of a form; what is wrong is said of that field (422). */
    public static @Nullable Object value(String field, String text) {
        Object value;
        try {
            value = parse(text);
        } catch (Refusal malformed) {
            throw Refusal.invalid(field, malformed.getMessage());
        }
        StorableText.require(field, value);
        return value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asObject(String name, @Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            return (Map<String, Object>) object;
        }
        throw Refusal.invalid(name, "must be a JSON object");
    }

    private static String decoded(byte[] utf8) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            // some editors and shells put a byte order mark before what they send; RFC 8259 lets a reader skip it
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Refusal.of(ErrorCode.MALFORMED_JSON, "This is not UTF-8.");
        }
    }

    private static @Nullable Object parse(String text) {
        try (JsonParser parser = JSON.createParser(new StringReader(text))) {
            StrictJson strict = new StrictJson(parser);
            try {
                Object value = strict.value(parser.next(), 0);
                if (parser.hasNext()) {
                    throw strict.malformed("something follows the value");
                }
                return value;
            } catch (JsonException | NoSuchElementException | UnsupportedOperationException e) {
                // the parser's own words can name its classes or quote the body; the place says enough
                throw strict.malformed(null);
            }
        }
    }

    private @Nullable Object value(JsonParser.Event event, int depth) {
        return switch (event) {
            case START_OBJECT -> object(depth + 1);
            case START_ARRAY -> list(depth + 1);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER -> number();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case KEY_NAME, END_OBJECT, END_ARRAY -> throw malformed(null);
        };
    }

    private Map<String, @Nullable Object> object(int depth) {
        requireShallow(depth);
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (JsonParser.Event event = parser.next(); event != JsonParser.Event.END_OBJECT; event = parser.next()) {
            String key = parser.getString();
            if (map.containsKey(key)) {
                throw malformed("a field is given twice");
            }
            map.put(key, value(parser.next(), depth));
        }
        return map;
    }

    private List<@Nullable Object> list(int depth) {
        requireShallow(depth);
        List<@Nullable Object> list = new ArrayList<>();
        for (JsonParser.Event event = parser.next(); event != JsonParser.Event.END_ARRAY; event = parser.next()) {
            list.add(value(event, depth));
        }
        return list;
    }

    private void requireShallow(int depth) {
        if (depth > MAX_DEPTH) {
            throw malformed("it nests deeper than " + MAX_DEPTH);
        }
    }

    private Number number() {
        String text = parser.getString();
        if (text.length() > MAX_DIGITS) {
            throw malformed("a number has more than " + MAX_DIGITS + " digits");
        }
        try {
            return JsonTrees.number(new BigDecimal(text));
        } catch (NumberFormatException e) {
            throw malformed("a number has an exponent that no number has");
        }
    }

    private Refusal malformed(@Nullable String why) {
        JsonLocation at = parser.getLocation();
        String reason = why == null ? "" : ": " + why;
        return new Refusal(
                ErrorCode.MALFORMED_JSON,
                "This is not well-formed JSON at line " + at.getLineNumber() + ", column " + at.getColumnNumber()
                        + reason + ".",
                Map.of("line", at.getLineNumber(), "column", at.getColumnNumber()));
    }
}
