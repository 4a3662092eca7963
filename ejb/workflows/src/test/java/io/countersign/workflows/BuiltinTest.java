package io.countersign.workflows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.kernel.JsonFields;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.SandboxOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuiltinTest {
    @Test
    void everyBuiltinPassesTheCheckThatAuthorsMeet() {
        try (Sandbox sandbox = Sandbox.inProcess(SandboxOptions.DEFAULT)) {
            for (Builtin builtin : Builtin.ALL) {
                assertEquals(List.of(), sandbox.check(builtin.code()).findings(), builtin.name());
            }
        }
    }

    @Test
    void everyIntegrationHasBuiltinsAndTheirKeysAndNamesDiffer() {
        assertEquals(
                List.of("crowdstrike", "entra", "googleworkspace", "okta"),
                Builtin.ALL.stream().map(Builtin::integration).distinct().toList());
        assertEquals(14, Builtin.ALL.stream().map(Builtin::key).distinct().count());
        assertEquals(14, Builtin.ALL.stream().map(Builtin::name).distinct().count());
    }

    @Test
    void builtinsAreValidAndAlwaysAsk() {
        for (Builtin builtin : Builtin.ALL) {
            Definition definition = builtin.definition(WorkflowState.ACTIVE, 7200);
            JsonFields form = new JsonFields(java.util.Map.of());
            DefinitionSchema.read(form, definition, 3600);
            form.refuse();
            assertEquals("always", definition.text("approval_mode"));
            assertFalse(definition.texts("indicator_types").isEmpty());
            assertTrue(definition.integer("timeout_seconds") == 60);
            assertEquals(7200, definition.integer("approval_timeout_seconds"), "as the server is configured");
        }
    }
}
