package io.countersign.web;

import io.countersign.kernel.Refusal;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of every error.
 *
 * @param status the HTTP status
 * @param code the contract's code
 * @param message a sentence for people
 * @param details what a program needs to go on
 */
public record ErrorBody(int status, String code, String message, Map<String, ?> details) {

    /** A refusal of the domain, as it is told to the caller. */
    public static ErrorBody of(Refusal refusal) {
        String message = refusal.getMessage() == null ? refusal.code().name() : refusal.getMessage();
        return new ErrorBody(refusal.code().status(), refusal.code().name(), message, refusal.details());
    }

    /** The server cannot answer now, but will: starting, or without its database. */
    public static ErrorBody unavailable() {
        return new ErrorBody(
                503, "UNAVAILABLE", "The server is starting or cannot reach its database; try again.", Map.of());
    }

    /** A failure of ours; what it was stands in the server's log, under the request's id. */
    public static ErrorBody unexpected() {
        return new ErrorBody(500, "INTERNAL_ERROR", "Something went wrong here; the request id leads to it.", Map.of());
    }

    /** The answer for a status that the container or the framework chose. */
    public static ErrorBody forStatus(int status) {
        return switch (status) {
            case 400 -> new ErrorBody(400, "BAD_REQUEST", "The request cannot be understood.", Map.of());
            case 401 -> new ErrorBody(401, "UNAUTHORIZED", "A valid bearer key or token is needed.", Map.of());
            case 403 -> new ErrorBody(403, "FORBIDDEN", "Not allowed.", Map.of());
            case 404 -> new ErrorBody(404, "NOT_FOUND", "There is nothing at this address.", Map.of());
            case 405 -> new ErrorBody(405, "METHOD_NOT_ALLOWED", "This address does not take this method.", Map.of());
            case 406 -> new ErrorBody(406, "NOT_ACCEPTABLE", "Answers are application/json.", Map.of());
            case 413 ->
                new ErrorBody(
                        413, "PAYLOAD_TOO_LARGE", "A body is at most 1 MiB.", Map.of("limit_bytes", Body.MAX_BYTES));
            case 414, 431 -> new ErrorBody(status, "BAD_REQUEST", "The address or the headers are too long.", Map.of());
            case 415 -> new ErrorBody(415, "UNSUPPORTED_MEDIA_TYPE", "Send application/json.", Map.of());
            case 503 -> unavailable();
            default ->
                status < 500
                        ? new ErrorBody(status, "BAD_REQUEST", "The request cannot be served.", Map.of())
                        : unexpected();
        };
    }

    byte[] json() {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", message);
        error.put("details", details);
        return JsonMapping.bytes(Map.of("error", error));
    }

    /** This problem as a JAX-RS answer, with the headers that its status asks for. */
    public Response response() {
        Response.ResponseBuilder answer =
                Response.status(status).type(JsonMapping.TYPE).entity(json());
        if (status == 401) {
            answer.header("WWW-Authenticate", "Bearer realm=\"countersign\"");
        }
        String after = retryAfter();
        if (after != null) {
            answer.header("Retry-After", after);
        }
        return answer.build();
    }

    /** After how many seconds to come back, or null when coming back is no use. */
    @Nullable
    String retryAfter() {
        if (status == 429) {
            return String.valueOf(details.get("retry_after_seconds") instanceof Number seconds ? seconds : 1);
        }
        return code.equals("UNAVAILABLE") ? "5" : null;
    }
}
