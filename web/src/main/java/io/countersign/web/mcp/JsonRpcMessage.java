package io.countersign.web.mcp;

import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import io.countersign.web.BodyReader;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One JSON-RPC message, read by the reader of REST bodies: the same numbers, the same limits, the same texts.
 *
 * @param id a text or an integer of at most 64 bits, as the protocol has it; null when no answer is wanted
 * @param method empty for an answer of the client's
 * @param params empty when there are none
 */
record JsonRpcMessage(@Nullable Object id, String method, Map<String, Object> params) {

    private static final Set<String> WITH_PARAMS =
            Set.of("initialize", "tools/call", "resources/read", "prompts/get", "completion/complete");

    /** @throws RpcFailure what is wrong with it, in JSON-RPC's terms */
    static JsonRpcMessage parse(byte[] body) throws IOException {
        Map<String, Object> fields = object(body);
        if (!"2.0".equals(fields.get("jsonrpc"))) {
            throw RpcFailure.invalidRequest("jsonrpc must be \"2.0\".");
        }
        Object id = fields.get("id");
        if (fields.containsKey("id") && !(id instanceof String || id instanceof Integer || id instanceof Long)) {
            throw RpcFailure.invalidRequest("id must be a string or an integer of at most 64 bits.");
        }
        Object method = fields.get("method");
        if (method == null && (fields.containsKey("result") || fields.containsKey("error"))) {
            return new JsonRpcMessage(null, "", Map.of());
        }
        if (!(method instanceof String name) || name.isEmpty()) {
            throw RpcFailure.invalidRequest("method must be a string.");
        }
        return new JsonRpcMessage(id, name, params(id, name, fields));
    }

    private static Map<String, Object> object(byte[] body) throws IOException {
        if (body.length == 0) {
            throw RpcFailure.malformed("The body is empty.");
        }
        try {
            return BodyReader.parse(body).fields();
        } catch (Refusal refusal) {
            throw refusal.code() == ErrorCode.MALFORMED_JSON
                    ? RpcFailure.malformed(refusal.getMessage())
                    : RpcFailure.invalidRequest(refusal.getMessage());
        }
    }

    private static Map<String, Object> params(@Nullable Object id, String method, Map<String, Object> fields) {
        Object params = fields.get("params");
        if (params == null && !WITH_PARAMS.contains(method)) {
            return Map.of();
        }
        if (!(params instanceof Map<?, ?> map)) {
            throw invalid(id, params == null ? method + " needs params." : "params must be an object.");
        }
        @SuppressWarnings("unchecked")
        Map<String, Object> typed = (Map<String, Object>) map;
        switch (method) {
            case "initialize" -> {
                requireText(id, typed, "protocolVersion");
                requireObject(id, typed, "capabilities");
                requireObject(id, typed, "clientInfo");
            }
            case "tools/call" -> {
                requireText(id, typed, "name");
                requireObject(id, typed, "arguments");
            }
            case "resources/read" -> requireText(id, typed, "uri");
            case "prompts/get" -> {
                requireText(id, typed, "name");
                requireObject(id, typed, "arguments");
            }
            default -> requireObject(id, typed, "_meta");
        }
        return typed;
    }

    private static void requireText(@Nullable Object id, Map<String, Object> params, String field) {
        if (!(params.get(field) instanceof String)) {
            throw invalid(id, "params." + field + " must be a string.");
        }
        requireObject(id, params, "_meta");
    }

    private static void requireObject(@Nullable Object id, Map<String, Object> params, String field) {
        Object value = params.get(field);
        if (value != null && !(value instanceof Map)) {
            throw invalid(id, "params." + field + " must be an object.");
        }
    }

    private static RpcFailure invalid(@Nullable Object id, String message) {
        return id == null ? RpcFailure.invalidRequest(message) : RpcFailure.invalidParams(id, message);
    }

    /** The id of the request that {@code notifications/cancelled} is about; null when it names none. */
    @Nullable
    Object cancelledRequest() {
        return params.get("requestId");
    }

    /** By which the client wants to be told of progress; null when it does not. */
    @Nullable
    Object progressToken() {
        Object token = params.get("_meta") instanceof Map<?, ?> meta ? meta.get("progressToken") : null;
        return token instanceof String || token instanceof Number ? token : null;
    }
}
