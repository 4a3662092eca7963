package io.countersign.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.kernel.CanonicalJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ToolCallArgumentsTest {

    private static final String SENT = "{ \"b\":1.50, \"a\" : \"\\u00e4\" }";
    private final CalledTool tool = new CalledTool(UUID.randomUUID(), "crm/wipe");
    private final Map<String, Object> agreed = ToolCallArguments.of(tool, "f", CanonicalJson.parseObject(SENT), SENT);

    private FrozenCall call(CalledTool of, String fingerprint, String arguments) {
        return new FrozenCall(of, fingerprint, "b", arguments, UUID.randomUUID(), null);
    }

    private Map<String, Object> revised() {
        Map<String, Object> revised = new LinkedHashMap<>(agreed);
        revised.put("parameters", Map.of("b", 2L));
        return revised;
    }

    @Test
    void whatWasAskedForGoesOutByteForByte() {
        assertEquals(SENT, ToolCallArguments.toSend(agreed, SENT));
        assertTrue(ToolCallArguments.allow(agreed, call(tool, "f", SENT)));
    }

    @Test
    void whatPeopleRevisedGoesOutInItsCanonicalForm() {
        assertEquals("{\"b\":2}", ToolCallArguments.toSend(revised(), SENT));
        assertTrue(ToolCallArguments.allow(revised(), call(tool, "f", "{\"b\":2}")));
        assertFalse(ToolCallArguments.allow(revised(), call(tool, "f", SENT)));
    }

    @Test
    void anyOtherCallIsNotTheOneThatWasAgreedTo() {
        assertFalse(ToolCallArguments.allow(agreed, call(tool, "f", SENT.replace("1.50", "1.51"))));
        assertFalse(ToolCallArguments.allow(agreed, call(tool, "f", SENT + " ")));
        assertFalse(ToolCallArguments.allow(agreed, call(tool, "g", SENT)));
        assertFalse(ToolCallArguments.allow(agreed, call(new CalledTool(tool.server(), "crm/read"), "f", SENT)));
        assertFalse(ToolCallArguments.allow(agreed, call(new CalledTool(UUID.randomUUID(), "crm/wipe"), "f", SENT)));
        assertFalse(ToolCallArguments.allow(
                Map.of("tool_name", "crm/wipe", "parameters", Map.of()), call(tool, "f", "{}")));
    }
}
