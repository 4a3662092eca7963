package io.countersign.kernel;

import jakarta.json.JsonException;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * JSON in one spelling (RFC 8785: sorted keys, no white space, shortest numbers), so that equal values have equal digests.
 * Beyond the RFC, numbers that no double can hold keep all their digits and lone surrogates are escaped: different values
 * never share a spelling.
 */
public final class CanonicalJson {

    private static final JsonProvider JSON = JsonProvider.provider();

    private CanonicalJson() {}

    /**
     * The canonical spelling of a tree of maps with string keys, iterables, arrays, strings, booleans, finite numbers, nulls and
     * {@code jakarta.json} values; UUIDs, times and enums are written as strings.
     *
     * @throws IllegalArgumentException for anything else, naming the type
     */
    public static String of(@Nullable Object value) {
        StringBuilder out = new StringBuilder(256);
        new CanonicalWriter(out).write(value, 0);
        return out.toString();
    }

    /** Lower-case hex SHA-256 of the canonical spelling. Strings too are taken as JSON values; for raw text see {@link #sha256OfText}. */
    public static String sha256(@Nullable Object value) {
        return sha256OfText(of(value));
    }

    /** Lower-case hex SHA-256 of the text's UTF-8 bytes. */
    public static String sha256OfText(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same as {@link #of}: what is stored is stored in its canonical spelling. */
    public static String write(@Nullable Object value) {
        return of(value);
    }

    /**
     * Parses JSON into maps (in the order given), lists, strings, booleans, nulls and numbers (Long where whole and small enough, else
     * BigInteger or BigDecimal).
     *
     * @throws IllegalArgumentException if the text is no JSON
     */
    public static @Nullable Object parse(String text) {
        try (JsonParser parser = JSON.createParser(new StringReader(text))) {
            parser.next();
            Object value = JsonTrees.plain(parser.getValue());
            if (parser.hasNext()) {
                throw new IllegalArgumentException("not JSON: something follows the value");
            }
            return value;
        } catch (JsonException | NoSuchElementException e) {
            throw new IllegalArgumentException("not JSON: " + e.getMessage(), e);
        }
    }

    /** Parses a JSON object; a null text is an empty object. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> parseObject(@Nullable String text) {
        if (text == null) {
            return Map.of();
        }
        if (parse(text) instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new IllegalArgumentException("not a JSON object");
    }
}
