package io.countersign.web;

import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import io.countersign.kernel.StrictJson;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;

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
    public static Body parse(byte[] bytes) {
        return new Body(StrictJson.object(bytes));
    }
}
