package io.countersign.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a request's JSON object, within its limits. */
@Provider
@Consumes(MediaType.WILDCARD)
public class BodyReader implements MessageBodyReader<Body> {

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == Body.class;
    }

    @Override
    public Body readFrom(
            Class<Body> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream in)
            throws IOException {
        return parse(atMost(in, Body.MAX_BYTES));
    }

    /**
     * Everything a stream holds.
     *
     * @throws Refusal PAYLOAD_TOO_LARGE beyond the limit
     */
    public static byte[] atMost(InputStream in, int limit) throws IOException {
        byte[] bytes = in.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw tooLarge(limit);
        }
        return bytes;
    }

    static Refusal tooLarge(int limit) {
        return new Refusal(
                ErrorCode.PAYLOAD_TOO_LARGE, "A body is at most " + limit + " bytes.", Map.of("limit_bytes", limit));
    }

    /** A body whose bytes were read already, to check a signature over them. */
    public static Body parse(byte[] bytes) throws IOException {
        if (bytes.length == 0) {
            return new Body(Map.of());
        }
        if (!(value(bytes) instanceof Map<?, ?> object)) {
            throw Refusal.invalid("body", "must be a JSON object");
        }
        StorableText.requireStorable(object);
        @SuppressWarnings("unchecked")
        Map<String, Object> fields = (Map<String, Object>) object;
        return new Body(fields);
    }

    private static @Nullable Object value(byte[] bytes) throws IOException {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return JsonMapping.parse(bytes);
        } catch (CharacterCodingException e) {
            throw Refusal.of(ErrorCode.MALFORMED_JSON, "The body is not UTF-8.");
        } catch (JsonProcessingException e) {
            throw malformed(e.getLocation());
        }
    }

    /** The parser's own words can name its classes or quote the body; the place says enough. */
    private static Refusal malformed(@Nullable JsonLocation at) {
        if (at == null) {
            return Refusal.of(ErrorCode.MALFORMED_JSON, "The body is not well-formed JSON.");
        }
        return new Refusal(
                ErrorCode.MALFORMED_JSON,
                "The body is not well-formed JSON at line " + at.getLineNr() + ", column " + at.getColumnNr() + ".",
                Map.of("line", at.getLineNr(), "column", at.getColumnNr()));
    }
}
