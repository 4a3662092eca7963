package io.countersign.execution.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.countersign.approvals.Reach;
import io.countersign.workflows.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkflowReachTest {

    private static final String CODE = "ctx.http().get(u).send();";

    private static Set<String> hosts(List<String> allowed, String... outline) {
        return WorkflowReach.of(CODE, null, allowed, List.of(), List.of(outline))
                .hosts();
    }

    @Test
    void theListOfHostsIsWhatItMayReach() {
        assertEquals(
                Set.of("vault.example.com", "*.example.com", "::1", "10.0.0.0/8"),
                hosts(List.of("Vault.example.com:8443", "*.example.com:443", "[::1]:443", "10.0.0.0/8")));
    }

    @Test
    void withoutAListTheCodeTells() {
        assertEquals(
                Set.of("a.example", "b.example"),
                hosts(
                        List.of(),
                        "POST https://a.example/{…} (line 3)",
                        "GET http://b.example:8080 (line 4)",
                        "reads the secret K (line 2)"));
        assertEquals(
                Set.of(),
                WorkflowReach.of("return ok;", null, List.of(), List.of(), List.of())
                        .hosts());
    }

    @Test
    void whatNobodyCanTellMayBeAnything() {
        for (String line : List.of(
                "GET {…} (line 3)",
                "GET https://{…}/x (line 3)",
                "GET https://{…}.example.com/x (line 3)",
                "GET https://a.example{…} (line 3)",
                "GET https://user@{…} (line 3)",
                "and more: read the code")) {
            assertEquals(true, hosts(List.of(), line).contains("*"), line);
        }
        assertEquals(Set.of("*"), hosts(List.of()), "it sends something, and nobody read where to");
    }

    @Test
    void anEndpointReachesItsHostWithItsSecrets() {
        Endpoint endpoint =
                new Endpoint("https://Vault.example.com:8443/x", "POST", Map.of(), Map.of("X-Key", "VAULT_KEY"));
        Reach reach = WorkflowReach.of(null, endpoint, List.of(), List.of("OTHER"), List.of());
        assertEquals(Set.of("vault.example.com"), reach.hosts());
        assertEquals(Set.of("OTHER", "VAULT_KEY"), reach.secrets());
    }

    @Test
    void operationsOfIntegrationsAreTold() {
        Reach reach = WorkflowReach.of(
                "x",
                null,
                List.of(),
                List.of(),
                List.of("calls okta.suspendUser (line 2)", "calls entra.disableAccount (line 3)"));
        assertEquals(Set.of("okta", "entra"), reach.integrations());
        assertEquals(Set.of("suspendUser", "disableAccount"), reach.actions());
        assertEquals(Set.of(), reach.hosts());
    }
}
