package io.countersign.web.mcp;

import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import org.jspecify.annotations.Nullable;

/** A message that JSON-RPC or the protocol does not allow; it never names what reads it. */
final class RpcFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    @SuppressWarnings("serial") // a text or a number
    private final @Nullable Object id;

    private RpcFailure(int status, int code, @Nullable Object id, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.id = id;
    }

    static RpcFailure malformed(String message) {
        return new RpcFailure(400, ErrorCodes.PARSE_ERROR, null, message);
    }

    static RpcFailure invalidRequest(String message) {
        return new RpcFailure(400, ErrorCodes.INVALID_REQUEST, null, message);
    }

    static RpcFailure tooLarge(String message) {
        return new RpcFailure(413, ErrorCodes.INVALID_REQUEST, null, message);
    }

    static RpcFailure invalidParams(Object id, String message) {
        return new RpcFailure(200, ErrorCodes.INVALID_PARAMS, id, message);
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }

    /** The request's, or null where none could be read. */
    @Nullable
    Object id() {
        return id;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
