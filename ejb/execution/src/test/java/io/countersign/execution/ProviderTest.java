package io.countersign.execution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.sandbox.HttpCall;
import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpReply;
import io.countersign.sandbox.IntegrationReply;
import io.countersign.workflows.IntegrationSettings.Entra;
import io.countersign.workflows.IntegrationSettings.Okta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ProviderTest {
    private final List<String> asked = new ArrayList<>();

    @Test
    void everySegmentIsEncoded() throws Exception {
        okta(call -> reply(200, "{}")).perform("suspendUser", "ann/../x@example.com?y");
        assertEquals(
                List.of("POST https://o.example/api/v1/users/ann%2F..%2Fx%40example.com%3Fy/lifecycle/suspend"), asked);
    }

    @Test
    void anIdThatWouldChangeThePathIsRefused() {
        for (String id : List.of(".", "..")) {
            assertThrows(HttpFailure.class, () -> okta(call -> reply(200, "{}")).perform("suspendUser", id));
        }
        assertEquals(List.of(), asked);
    }

    @Test
    void oktasRefusalIsAFailureInItsOwnWords() throws Exception {
        IntegrationReply reply =
                okta(call -> reply(403, "{\"errorSummary\":\"no rights\"}")).perform("revokeAllSessions", "ann");
        assertFalse(reply.success());
        assertEquals("Okta answered 403 to DELETE /api/v1/users/ann/sessions: no rights", reply.message());
    }

    @Test
    void oneFactorThatStaysMakesTheReRegistrationFail() throws Exception {
        String methods = "{\"value\":[{\"@odata.type\":\"#microsoft.graph.passwordAuthenticationMethod\",\"id\":\"p\"},"
                + "{\"@odata.type\":\"#microsoft.graph.phoneAuthenticationMethod\",\"id\":\"1\"},"
                + "{\"@odata.type\":\"#microsoft.graph.fido2AuthenticationMethod\",\"id\":\"a/b\"}]}";
        IntegrationReply reply = entra(call -> call.url().endsWith("/token")
                        ? reply(200, "{\"access_token\":\"t\"}")
                        : call.method().equals("GET")
                                ? reply(200, methods)
                                : call.url().contains("phone") ? reply(500, "") : reply(204, ""))
                .perform("forceMfaReregistration", "ann@example.com");
        assertFalse(reply.success());
        assertEquals(List.of("fido2Methods/a/b"), reply.data().get("deleted"));
        assertEquals(List.of("phoneMethods/1 (500)"), reply.data().get("not_deleted"));
        assertTrue(
                asked.contains("DELETE https://g.example/users/ann%40example.com/authentication/fido2Methods/a%2Fb"));
        assertFalse(asked.stream().anyMatch(call -> call.contains("passwordMethods")));
    }

    @Test
    void aRefusedSignInActsOnNothing() throws Exception {
        IntegrationReply reply =
                entra(call -> reply(401, "{\"error\":\"invalid_client\"}")).perform("disableAccount", "ann");
        assertFalse(reply.success());
        assertEquals(1, asked.size());
    }

    private OktaCalls okta(Function<HttpCall, HttpReply> answers) {
        return new OktaCalls(new Okta("https://o.example", "token"), exchange(answers));
    }

    private EntraCalls entra(Function<HttpCall, HttpReply> answers) {
        Exchange exchange = exchange(answers);
        return new EntraCalls(
                new Entra("https://g.example", "https://l.example", "tenant", "id", "secret"), exchange, exchange);
    }

    private Exchange exchange(Function<HttpCall, HttpReply> answers) {
        return call -> {
            asked.add(call.method() + " " + call.url());
            return answers.apply(call);
        };
    }

    private static HttpReply reply(int status, String body) {
        return new HttpReply(status, Map.of(), body.getBytes(UTF_8));
    }
}
