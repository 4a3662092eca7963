package io.countersign.web;

import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it rests in the table.
 *
 * @param fingerprint digest of the request that it answers
 * @param body compressed JSON, perhaps sealed, in base64
 * @param settled whether a caller already got it as the last word
 */
record StoredResponse(
        String fingerprint,
        int status,
        @Nullable String location,
        @Nullable String etag,
        @Nullable String body,
        boolean sealed,
        boolean settled) {

    private static final int MAX_BODY = 1024 * 1024;

    /** Packs an answer for keeping. */
    static StoredResponse of(String fingerprint, Response answer, @Nullable ResponseEncryption seal, boolean settled) {
        String packed = null;
        if (answer.hasEntity()) {
            Object entity = answer.getEntity();
            byte[] json = CompressedText.pack(entity instanceof String text ? text : JsonMapping.text(entity));
            packed = CompressedText.text(seal == null ? json : seal.close(json));
            if (packed.length() > MAX_BODY) {
                throw new Refusal(
                        ErrorCode.PAYLOAD_TOO_LARGE,
                        "The answer is too large to be remembered; leave the Idempotency-Key away.",
                        Map.of("limit_bytes", MAX_BODY));
            }
        }
        return new StoredResponse(
                fingerprint,
                answer.getStatus(),
                answer.getHeaderString("Location"),
                answer.getHeaderString("ETag"),
                packed,
                seal != null,
                settled);
    }

    /** Unpacks it for a caller who repeats the request. */
    Response response(@Nullable ResponseEncryption seal) {
        Response.ResponseBuilder answer = Response.status(status);
        if (body != null) {
            byte[] bytes = CompressedText.bytes(body);
            if (sealed) {
                bytes = seal == null ? null : seal.open(bytes);
            }
            if (bytes == null) {
                throw new Refusal(
                        ErrorCode.CONFLICT,
                        "The effect happened; its answer held a secret that is not shown again.",
                        Map.of("reason", "idempotency_key"));
            }
            answer.entity(CompressedText.unpack(bytes)).type(JsonMapping.TYPE);
        }
        if (location != null) {
            answer.header("Location", location);
        }
        if (etag != null) {
            answer.header("ETag", etag);
        }
        return answer.build();
    }
}
