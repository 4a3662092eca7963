package io.countersign.system;

import io.countersign.client.PolicyFields;
import io.countersign.client.ToolAsk;
import io.countersign.client.WorkflowFields;
import java.util.List;
import java.util.Map;

/** Bodies for the REST clients: what matters is said, the rest is null and so the server's default. */
final class RequestBodies {

    private RequestBodies() {}

    /** An active block-IP workflow. */
    static WorkflowFields workflow(String name, String approvalMode) {
        return fields(name, Fixtures.blockIp(FakeServices.get().target.url() + "/api/block"), "active", approvalMode);
    }

    /** A change of nothing but the code. */
    static WorkflowFields code(String code) {
        return fields(null, code, null, null);
    }

    private static WorkflowFields fields(String name, String code, String state, String approvalMode) {
        boolean whole = name != null;
        return new WorkflowFields(
                name,
                null,
                code,
                null,
                null,
                state,
                whole ? List.of("ip") : null,
                whole ? List.of("by-client") : null,
                null,
                null,
                null,
                null,
                approvalMode,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                whole ? List.of("127.0.0.1") : null,
                whole ? List.of("FIREWALL_API_KEY") : null,
                null,
                null,
                null);
    }

    /** A tool call that people have to agree to. */
    static ToolAsk tool(String approvalType, List<String> approvers) {
        return new ToolAsk(
                "isolate_host",
                "containment",
                "take host-17 off the network",
                Map.of("host", "host-17"),
                "it beacons",
                0.8,
                null,
                null,
                approvalType,
                null,
                null,
                approvers,
                null,
                600,
                "nobody can work on it",
                "high",
                null,
                null);
    }

    /** A policy that agrees to the calls of one tool. */
    static PolicyFields policy(String name, String tool, Boolean enabled) {
        return new PolicyFields(name, "auto", enabled, 900, Map.of("tool_name", tool), Map.of("decision", "approve"));
    }
}
