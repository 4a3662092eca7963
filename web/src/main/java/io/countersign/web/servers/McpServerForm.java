package io.countersign.web.servers;

import io.countersign.gateway.McpServer;
import io.countersign.gateway.UpstreamTool;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** MCP servers and their tools on the wire. */
final class McpServerForm {

    private McpServerForm() {}

    static Map<String, @Nullable Object> wire(McpServer server) {
        Map<String, @Nullable Object> wire = new LinkedHashMap<>();
        wire.put("uuid", server.uuid());
        wire.putAll(server.fields());
        wire.putIfAbsent("organization_id", null);
        wire.put("tools_listed_at", server.toolsListedAt());
        wire.put("created_at", server.createdAt());
        wire.put("updated_at", server.updatedAt());
        return wire;
    }

    static Map<String, @Nullable Object> wire(UpstreamTool tool) {
        Map<String, @Nullable Object> wire = new LinkedHashMap<>();
        Map<String, Object> listed = tool.definition();
        wire.put("name", tool.name());
        wire.put("fingerprint", tool.fingerprint());
        wire.put("status", tool.status().toString());
        wire.put("title", listed.get("title"));
        wire.put("description", listed.get("description"));
        wire.put("input_schema", listed.get("inputSchema"));
        wire.put("output_schema", listed.get("outputSchema"));
        wire.put("annotations", listed.get("annotations"));
        wire.put("mode", tool.mode().toString());
        wire.put("risk_level", tool.riskLevel().toString());
        wire.put("accepted_fingerprint", tool.acceptedFingerprint());
        wire.put("accepted", tool.accepted());
        return wire;
    }
}
