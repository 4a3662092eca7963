package io.countersign.execution;

import io.countersign.kernel.CanonicalJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What the approval of a tool call covers: the server, the tool's fingerprint, and the arguments byte for byte. */
public final class ToolCallArguments {

    private static final String CALL = "mcp_call";
    private static final String PARAMETERS = "parameters";

    private ToolCallArguments() {}

    /**
     * The arguments of a request, all of them covered by its digest.
     *
     * @param parameters what people read of the arguments
     * @param sent the same as the text that would go out
     */
    public static Map<String, Object> of(
            CalledTool tool, String fingerprint, Map<String, Object> parameters, String sent) {
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("mcp_server_uuid", tool.server().toString());
        call.put("fingerprint", fingerprint);
        call.put("sent_sha256", CanonicalJson.sha256OfText(sent));
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("tool_name", tool.name());
        arguments.put(PARAMETERS, parameters);
        arguments.put(CALL, call);
        return arguments;
    }

    /** What goes out after an agreement: the text that was asked for; where people have revised it, what they agreed to. */
    public static String toSend(Map<String, Object> agreed, String asked) {
        String parameters = CanonicalJson.of(agreed.get(PARAMETERS));
        return CanonicalJson.of(CanonicalJson.parse(asked)).equals(parameters) ? asked : parameters;
    }

    /** Whether what was agreed to is this call. */
    public static boolean allow(Map<String, Object> agreed, FrozenCall call) {
        String parameters = CanonicalJson.of(agreed.get(PARAMETERS));
        return call.tool().name().equals(agreed.get("tool_name"))
                && agreed.get(CALL) instanceof Map<?, ?> frozen
                && isServer(frozen, call.tool().server())
                && call.fingerprint().equals(frozen.get("fingerprint"))
                && (call.arguments().equals(parameters)
                        || CanonicalJson.sha256OfText(call.arguments()).equals(frozen.get("sent_sha256"))
                                && CanonicalJson.of(CanonicalJson.parse(call.arguments()))
                                        .equals(parameters));
    }

    private static boolean isServer(Map<?, ?> frozen, UUID server) {
        return server.toString().equals(frozen.get("mcp_server_uuid"));
    }
}
