package io.countersign.gateway.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.RiskLevel;
import io.countersign.gateway.CallMode;
import io.countersign.gateway.ToolStatus;
import io.countersign.kernel.CanonicalJson;
import io.countersign.kernel.FieldError;
import io.countersign.kernel.JsonFields;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ServerDraftTest {

    private static ServerDraft draft(String json) {
        return ServerDraft.of(CanonicalJson.parseObject(json));
    }

    private static List<String> wrong(String json) {
        JsonFields form = new JsonFields(CanonicalJson.parseObject(json));
        ServerDraft.read(form);
        return form.errors().stream().map(FieldError::field).toList();
    }

    @Test
    void defaultsAreThoseOfTheContract() {
        ServerDraft draft = draft("{\"name\":\"crm\",\"url\":\"https://crm.example/mcp\"}");
        assertEquals(600, draft.callsPerMinute());
        assertEquals(60, draft.timeoutSeconds());
        assertEquals(1024 * 1024, draft.resultBytes());
        assertTrue(draft.isActive());
        assertEquals(Map.of("mode", "always"), draft.toMap().get("default"));
        assertNull(draft.terms("anything").riskLevel());
        assertEquals(ApprovalType.MANUAL, draft.terms("anything").rule().type());
    }

    @Test
    void everyBadFieldIsNamed() {
        assertEquals(
                List.of("default.mode", "tools[0].risk_level", "name", "credentials.bearer_secret", "calls_per_minute"),
                wrong("{\"name\":\"CRM!\",\"url\":\"x\",\"default\":{\"mode\":\"sometimes\"},"
                        + "\"tools\":[{\"name\":\"a\",\"risk_level\":\"scary\"}],"
                        + "\"credentials\":{\"bearer_secret\":\"no secret\"},\"calls_per_minute\":0}"));
        assertEquals(List.of("tools[0].name"), wrong("{\"name\":\"crm\",\"url\":\"x\",\"tools\":[{}]}"));
        assertEquals(
                List.of("tools"),
                wrong(
                        "{\"name\":\"crm\",\"url\":\"x\",\"tools\":[{\"name\":\"a\"},{\"name\":\"a\",\"mode\":\"never\"}]}"));
        assertEquals(
                List.of("credentials.headers"),
                wrong("{\"name\":\"crm\",\"url\":\"x\",\"credentials\":"
                        + "{\"bearer_secret\":\"A\",\"headers\":{\"authorization\":\"B\"}}}"));
    }

    @Test
    void anEntryInheritsFieldByFieldAndARuleAsAWhole() {
        ServerDraft draft = draft("""
                {"name":"crm","url":"x","default":{"mode":"never","risk_level":"low","approval_type":"multi",
                "required_approvers":2,"required_roles":["lead"]},
                "tools":[{"name":"a","mode":"always"},{"name":"b","approval_type":"manual"}]}""");
        assertEquals(CallMode.ALWAYS, draft.terms("a").mode());
        assertEquals(RiskLevel.LOW, draft.terms("a").riskLevel());
        assertEquals(2, draft.terms("a").rule().requiredApprovers());
        assertEquals(CallMode.NEVER, draft.terms("b").mode());
        assertEquals(List.of(), draft.terms("b").rule().requiredRoles());
        assertEquals(draft, ServerDraft.of(draft.toMap()));
    }

    @Test
    void aToolThatAppearsLaterAsksUntilItIsAcceptedWithAMode() {
        ServerDraft server = draft("{\"name\":\"crm\",\"url\":\"x\",\"default\":{\"mode\":\"never\"}}");
        McpToolRow first = tool("read");
        first.accept(null, true);
        assertEquals(CallMode.NEVER, first.mode(server));
        McpToolRow later = tool("wipe");
        assertEquals(ToolStatus.NEW, later.status(server));
        assertFalse(later.isCallable(server));
        later.accept(null, false);
        assertEquals(CallMode.ALWAYS, later.mode(server));
        later.accept(CallMode.NEVER, false);
        assertEquals(CallMode.NEVER, later.mode(server));
    }

    @Test
    void aChangedAHiddenAndAnUnnameableToolIsNotCallable() {
        ServerDraft server = draft("{\"name\":\"crm\",\"url\":\"x\",\"tools\":[{\"name\":\"gone\",\"hidden\":true}]}");
        McpToolRow changed = tool("read");
        changed.accept(null, true);
        assertTrue(changed.isCallable(server));
        changed.list(Map.of("name", "read", "description", "something else"));
        assertEquals(ToolStatus.CHANGED, changed.status(server));
        for (String name : List.of("gone", McpToolRow.RESULT_TOOL, "two words", "n\u0430me")) {
            McpToolRow row = tool(name);
            row.accept(null, true);
            assertEquals(ToolStatus.HIDDEN, row.status(server), name);
        }
    }

    @Test
    void everyPartThatIsReadChangesTheFingerprintAndNothingElseDoes() {
        Map<String, Object> tool = CanonicalJson.parseObject("{\"name\":\"a\",\"inputSchema\":{\"type\":\"object\"}}");
        String before = Fingerprint.of(tool);
        assertEquals(
                before,
                Fingerprint.of(CanonicalJson.parseObject(
                        "{\"_meta\":{\"x\":1},\"inputSchema\":{\"type\":\"object\"},\"name\":\"a\",\"icons\":[]}")));
        for (String more : List.of(
                "\"title\":\"A\"",
                "\"description\":\"d\"",
                "\"outputSchema\":{}",
                "\"annotations\":{\"readOnlyHint\":true}")) {
            assertFalse(
                    before.equals(Fingerprint.of(CanonicalJson.parseObject(
                            "{\"name\":\"a\",\"inputSchema\":{\"type\":\"object\"}," + more + "}"))),
                    more);
        }
    }

    private static McpToolRow tool(String name) {
        McpToolRow row = new McpToolRow(UUID.randomUUID(), name);
        row.list(Map.of("name", name));
        return row;
    }
}
