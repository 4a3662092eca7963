package io.countersign.kernel;

/** Every code that a caller can be refused with, and its HTTP status. */
public enum ErrorCode {
    UNAUTHORIZED(401),
    KEY_EXPIRED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    WORKFLOW_CODE_INVALID(400),
    WORKFLOW_NOT_EXECUTABLE(400),
    WORKFLOW_GENERATION_FAILED(400),
    MALFORMED_JSON(400),
    APPROVAL_EXPIRED(409),
    APPROVAL_ALREADY_DECIDED(409),
    ALREADY_VOTED(409),
    CONFLICT(409),
    METHOD_NOT_ALLOWED(405),
    PAYLOAD_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    VALIDATION_ERROR(422),
    RATE_LIMITED(429),
    UPSTREAM_FAILED(502),
    NOT_CONFIGURED(503),
    UNAVAILABLE(503);

    private final int status;

    ErrorCode(int status) {
        this.status = status;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }
}
