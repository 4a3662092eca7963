package io.countersign.kernel;

import jakarta.ejb.ApplicationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request that is refused for a reason that its sender may know. It rolls the transaction back; the edges turn it into the error
 * envelope. Whoever throws it writes the message for the person who reads it.
 */
@ApplicationException(rollback = true)
public class Refusal extends RuntimeException {

    private final ErrorCode code;

    // serialized nowhere: it only travels within one process
    @SuppressWarnings("serial")
    private final Map<String, Object> details;

    /** A refusal with details as they go on the wire. */
    public Refusal(ErrorCode code, String message, Map<String, ?> details) {
        // a refusal is an answer, not an accident: no stack trace is taken
        super(message, null, false, false);
        this.code = code;
        this.details = Map.copyOf(details);
    }

    public static Refusal of(ErrorCode code, String message) {
        return new Refusal(code, message, Map.of());
    }

    /** 422 for one field. */
    public static Refusal invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    /** 422 for every field that is wrong. */
    public static Refusal invalid(List<FieldError> fields) {
        String message = fields.size() == 1
                ? fields.get(0).field() + ": " + fields.get(0).message()
                : fields.size() + " fields are not valid";
        List<Map<String, String>> wire = fields.stream()
                .map(error -> Map.of("field", error.field(), "message", error.message()))
                .toList();
        return new Refusal(ErrorCode.VALIDATION_ERROR, message, Map.of("fields", wire));
    }

    /** 404: {@code what} is a word such as {@code workflow}. */
    public static Refusal notFound(String what, Object id) {
        return of(ErrorCode.NOT_FOUND, "There is no " + what + " " + id);
    }

    /** 403 with a short machine-readable reason such as {@code kill_switch} or {@code requester}. */
    public static Refusal forbidden(String reason, String message) {
        return new Refusal(ErrorCode.FORBIDDEN, message, Map.of("reason", reason));
    }

    /** 403 for missing scopes. */
    public static Refusal missingScope(String... scopes) {
        return new Refusal(
                ErrorCode.FORBIDDEN,
                "This needs the scope " + String.join(" or ", scopes),
                Map.of("required_scopes", List.of(scopes)));
    }

    /** 409. */
    public static Refusal conflict(String message) {
        return of(ErrorCode.CONFLICT, message);
    }

    /** 401. */
    public static Refusal unauthorized(String message) {
        return of(ErrorCode.UNAUTHORIZED, message);
    }

    /** The code that the sender branches on. */
    public ErrorCode code() {
        return code;
    }

    /** What goes into the envelope's {@code details}. */
    public Map<String, Object> details() {
        return new LinkedHashMap<>(details);
    }

    /** The message, which is never null. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
