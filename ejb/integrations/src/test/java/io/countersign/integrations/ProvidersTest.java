package io.countersign.integrations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.integrations.crowdstrike.CrowdStrikeIntegration;
import io.countersign.integrations.entra.EntraIntegration;
import io.countersign.integrations.googleworkspace.GoogleWorkspaceIntegration;
import io.countersign.integrations.okta.OktaIntegration;
import io.countersign.kernel.CanonicalJson;
import io.countersign.kernel.settings.SettingSource;
import io.countersign.sandbox.HttpCall;
import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpReply;
import io.countersign.sandbox.IntegrationClients;
import io.countersign.sandbox.IntegrationReply;
import java.lang.reflect.Method;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;

class ProvidersTest {
    private final List<String> asked = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();

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

    @Test
    void aHostIsContainedByItsNameWhereExactlyOneSensorHasIt() throws Exception {
        IntegrationReply reply = crowdStrike(List.of("a1b2")).perform("containHost", "LAPTOP-1");
        assertTrue(reply.success(), reply.message());
        assertEquals(
                List.of(
                        "POST https://c.example/oauth2/token client_id=id&client_secret=s%2F1",
                        "GET https://c.example/devices/queries/devices/v1?limit=10&filter=hostname%3A%27LAPTOP-1%27 ",
                        "POST https://c.example/devices/entities/devices-actions/v2?action_name=contain {\"ids\":[\"a1b2\"]}"),
                sent);
    }

    @Test
    void noHostAndSeveralHostsAreFailuresThatActOnNothing() throws Exception {
        assertEquals(
                "CrowdStrike has no host 10.0.0.7",
                crowdStrike(List.of()).perform("containHost", "10.0.0.7").message());
        assertEquals(
                "CrowdStrike has 2 hosts pc: give the agent id of one",
                crowdStrike(List.of("a", "b")).perform("liftContainment", "pc").message());
        assertTrue(asked.stream().noneMatch(call -> call.contains("devices-actions")), asked.toString());
    }

    @Test
    void anAgentIdIsActedOnWithoutLooking() throws Exception {
        String agent = "0123456789abcdef0123456789abcdef";
        assertTrue(crowdStrike(List.of()).perform("liftContainment", agent).success());
        assertTrue(asked.stream().noneMatch(call -> call.contains("/queries/")), asked.toString());
    }

    @Test
    void nothingEndsTheQuotesOfAFilter() {
        for (String host : List.of("x',platform_name:'Windows", "a b", "*", "x'", "")) {
            assertThrows(HttpFailure.class, () -> crowdStrike(List.of("a")).perform("containHost", host), host);
        }
        assertEquals(List.of(), asked);
    }

    @Test
    void anActionThatCrowdStrikeRefusesInASuccessIsAFailure() throws Exception {
        IntegrationReply reply = of(
                        new CrowdStrikeIntegration(),
                        CROWDSTRIKE,
                        call -> call.url().endsWith("/token")
                                ? reply(201, "{\"access_token\":\"t\"}")
                                : call.method().equals("GET")
                                        ? reply(200, "{\"resources\":[\"a\"]}")
                                        : reply(
                                                202,
                                                "{\"resources\":[],\"errors\":[{\"code\":409,\"message\":\"contained already\"}]}"))
                .perform("containHost", "pc");
        assertFalse(reply.success());
        assertEquals("CrowdStrike answered 202 to contain of pc: contained already", reply.message());
    }

    @Test
    void aGoogleAccountIsSuspendedInTheNameOfTheAdministrator() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        String pem = "-----BEGIN PRIVATE KEY-----\\n"
                + Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded())
                + "\\n-----END PRIVATE KEY-----\\n";
        Map<String, String> settings = Map.of(
                "GOOGLE_WORKSPACE_CLIENT_EMAIL", "soar@p.iam.gserviceaccount.com",
                "GOOGLE_WORKSPACE_PRIVATE_KEY", pem,
                "GOOGLE_WORKSPACE_ADMIN", "admin@example.com",
                "GOOGLE_WORKSPACE_BASE_URL", "https://w.example",
                "GOOGLE_WORKSPACE_TOKEN_URL", "https://t.example/token");
        IntegrationReply reply = of(
                        new GoogleWorkspaceIntegration(),
                        settings,
                        call -> call.url().endsWith("/token")
                                ? reply(200, "{\"access_token\":\"t\"}")
                                : reply(200, "{\"suspended\":true}"))
                .perform("suspendUser", "ann/../x@example.com");
        assertTrue(reply.success(), reply.message());
        assertEquals(
                "PATCH https://w.example/admin/directory/v1/users/ann%2F..%2Fx%40example.com {\"suspended\":true}",
                sent.get(1));
        String assertion = sent.get(0).substring(sent.get(0).indexOf("assertion=") + "assertion=".length());
        JwtClaims claims = new JwtConsumerBuilder()
                .setVerificationKey(pair.getPublic())
                .setExpectedAudience("https://t.example/token")
                .setExpectedSubject("admin@example.com")
                .setRequireExpirationTime()
                .build()
                .processToClaims(assertion);
        assertEquals("soar@p.iam.gserviceaccount.com", claims.getIssuer());
    }

    @Test
    void aKeyThatIsNoneMakesTheIntegrationUnavailableAndIsNotQuoted() {
        Map<String, String> settings = Map.of(
                "GOOGLE_WORKSPACE_CLIENT_EMAIL",
                "a",
                "GOOGLE_WORKSPACE_PRIVATE_KEY",
                "sup3r-s3cret",
                "GOOGLE_WORKSPACE_ADMIN",
                "b");
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> new GoogleWorkspaceIntegration().configured(config(settings)));
        assertFalse(String.valueOf(e.getMessage()).contains("s3cret"));
        assertEquals(Set.of(), IntegrationCatalogue.configured(config(settings)));
    }

    @Test
    void everyIntegrationHasAClientAndEveryClientAnIntegration() {
        assertEquals(IntegrationClients.byName().keySet(), IntegrationCatalogue.names());
        for (Integration integration : IntegrationCatalogue.all()) {
            Class<?> client =
                    IntegrationClients.byName().get(integration.name()).type();
            integration
                    .builtins()
                    .forEach(builtin -> assertTrue(
                            Arrays.stream(client.getMethods())
                                    .anyMatch(m -> m.getName().equals(builtin.operation())),
                            builtin.operation()));
        }
    }

    @Test
    void everyOperationOfAClientIsCarriedOutInADryRun() throws Exception {
        for (Integration integration : IntegrationCatalogue.all()) {
            for (Method operation :
                    IntegrationClients.byName().get(integration.name()).type().getMethods()) {
                String argument = operation.getParameters()[0].getName();
                asked.clear();
                integration
                        .forDryRun(config(Map.of()))
                        .perform(
                                operation.getName(),
                                Map.of(argument, "x"),
                                transport(call ->
                                        reply(200, "{\"access_token\":\"t\",\"value\":[],\"resources\":[\"a\"]}")));
                assertFalse(asked.isEmpty(), integration.name() + "." + operation.getName());
            }
        }
    }

    private interface Act {
        IntegrationReply perform(String operation, String argument) throws HttpFailure, InterruptedException;
    }

    private Act okta(Function<HttpCall, HttpReply> answers) {
        return of(new OktaIntegration(), Map.of("OKTA_DOMAIN", "o.example", "OKTA_API_TOKEN", "token"), answers);
    }

    private Act entra(Function<HttpCall, HttpReply> answers) {
        return of(
                new EntraIntegration(),
                Map.of(
                        "ENTRA_BASE_URL", "https://g.example",
                        "ENTRA_LOGIN_URL", "https://l.example/",
                        "ENTRA_TENANT_ID", "tenant",
                        "ENTRA_CLIENT_ID", "id",
                        "ENTRA_CLIENT_SECRET", "secret"),
                answers);
    }

    private static final Map<String, String> CROWDSTRIKE = Map.of(
            "CROWDSTRIKE_BASE_URL", "c.example", "CROWDSTRIKE_CLIENT_ID", "id", "CROWDSTRIKE_CLIENT_SECRET", "s/1");

    private Act crowdStrike(List<String> agents) {
        return of(
                new CrowdStrikeIntegration(),
                CROWDSTRIKE,
                call -> call.url().endsWith("/token")
                        ? reply(201, "{\"access_token\":\"t\"}")
                        : call.method().equals("GET")
                                ? reply(200, CanonicalJson.of(Map.of("resources", agents)))
                                : reply(202, "{\"resources\":[{\"id\":\"a\"}]}"));
    }

    private Act of(Integration integration, Map<String, String> settings, Function<HttpCall, HttpReply> answers) {
        Provider provider = integration.configured(config(settings)).orElseThrow();
        return (operation, argument) ->
                provider.perform(operation, Map.of("user", argument, "host", argument), transport(answers));
    }

    private Transport transport(Function<HttpCall, HttpReply> answers) {
        return (baseUrl, call) -> {
            assertTrue(call.url().startsWith(baseUrl), call.url());
            asked.add(call.method() + " " + call.url());
            sent.add(call.method() + " " + call.url() + " " + new String(call.body(), UTF_8));
            return answers.apply(call);
        };
    }

    /** A configuration of these settings alone. */
    private static SettingSource config(Map<String, String> settings) {
        return SettingSource.of(settings);
    }

    private static HttpReply reply(int status, String body) {
        return new HttpReply(status, Map.of(), body.getBytes(UTF_8));
    }
}
