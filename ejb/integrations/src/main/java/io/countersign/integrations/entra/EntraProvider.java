package io.countersign.integrations.entra;

import io.countersign.integrations.Provider;
import io.countersign.integrations.ProviderApi;
import io.countersign.integrations.Transport;
import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpReply;
import io.countersign.sandbox.IntegrationReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Microsoft Graph, with a token of the client-credentials flow. Every answer is looked at. */
final class EntraProvider implements Provider {
    /** Graph's names of methods that can be deleted, and the path segment of each; passwords stay. */
    private static final Map<String, String> METHODS = Map.of(
            "#microsoft.graph.phoneAuthenticationMethod", "phoneMethods",
            "#microsoft.graph.microsoftAuthenticatorAuthenticationMethod", "microsoftAuthenticatorMethods",
            "#microsoft.graph.softwareOathAuthenticationMethod", "softwareOathMethods",
            "#microsoft.graph.fido2AuthenticationMethod", "fido2Methods",
            "#microsoft.graph.emailAuthenticationMethod", "emailMethods",
            "#microsoft.graph.windowsHelloForBusinessAuthenticationMethod", "windowsHelloForBusinessMethods",
            "#microsoft.graph.temporaryAccessPassAuthenticationMethod", "temporaryAccessPassMethods");

    private final String graphUrl;
    private final String loginUrl;
    private final String tenantId;
    private final String clientId;
    private final String clientSecret;

    EntraProvider(String graphUrl, String loginUrl, String tenantId, String clientId, String clientSecret) {
        this.graphUrl = graphUrl;
        this.loginUrl = loginUrl;
        this.tenantId = tenantId;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    @Override
    public IntegrationReply perform(String operation, Map<String, Object> arguments, Transport transport)
            throws HttpFailure, InterruptedException {
        HttpReply answer = token(transport);
        if (!(ProviderApi.object(answer).get("access_token") instanceof String token)) {
            return ProviderApi.failed("Entra", answer, "the sign-in of this server", EntraProvider::errorText);
        }
        ProviderApi calls = new ProviderApi(transport, graphUrl, "Bearer " + token);
        String user = String.valueOf(arguments.get("user"));
        String path = graphUrl + "/users/" + ProviderApi.segment(user);
        return switch (operation) {
            case "revokeSignInSessions" ->
                reply(
                        calls.send("POST", path + "/revokeSignInSessions", null),
                        "revokeSignInSessions",
                        "Revoked the Entra sign-in sessions of " + user);
            case "disableAccount" ->
                reply(
                        calls.send("PATCH", path, Map.of("accountEnabled", false)),
                        "disabling " + user,
                        "Disabled " + user + " in Entra");
            case "enableAccount" ->
                reply(
                        calls.send("PATCH", path, Map.of("accountEnabled", true)),
                        "enabling " + user,
                        "Enabled " + user + " in Entra");
            case "forceMfaReregistration" -> deleteMethods(calls, path, user);
            default -> throw ProviderApi.unknown("Entra", operation);
        };
    }

    private HttpReply token(Transport transport) throws HttpFailure, InterruptedException {
        String scope = graphUrl.startsWith("https://graph.microsoft.com")
                ? "https://graph.microsoft.com/.default"
                : graphUrl + "/.default";
        String body = "grant_type=client_credentials&client_id=" + ProviderApi.encoded(clientId)
                + "&client_secret=" + ProviderApi.encoded(clientSecret)
                + "&scope=" + ProviderApi.encoded(scope);
        return new ProviderApi(transport, loginUrl, "")
                .form(loginUrl + "/" + ProviderApi.segment(tenantId) + "/oauth2/v2.0/token", body);
    }

    private static IntegrationReply deleteMethods(ProviderApi calls, String path, String user)
            throws HttpFailure, InterruptedException {
        HttpReply listed = calls.send("GET", path + "/authentication/methods", null);
        if (!ProviderApi.ok(listed) || !(ProviderApi.object(listed).get("value") instanceof List<?> methods)) {
            return ProviderApi.failed(
                    "Entra", listed, "listing the second factors of " + user, EntraProvider::errorText);
        }
        List<String> deleted = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        for (Object one : methods) {
            Map<?, ?> method = (Map<?, ?>) one;
            String segment = METHODS.get(String.valueOf(method.get("@odata.type")));
            if (segment != null) {
                String id = String.valueOf(method.get("id"));
                HttpReply gone =
                        calls.send("DELETE", path + "/authentication/" + segment + "/" + ProviderApi.segment(id), null);
                (ProviderApi.ok(gone) ? deleted : kept)
                        .add(segment + "/" + id + (ProviderApi.ok(gone) ? "" : " (" + gone.status() + ")"));
            }
        }
        Map<String, Object> data = Map.of("deleted", deleted, "not_deleted", kept);
        return kept.isEmpty()
                ? new IntegrationReply(
                        true, "Deleted " + deleted.size() + " second factors of " + user + " in Entra", data)
                : new IntegrationReply(
                        false,
                        "Entra did not delete " + kept.size() + " of " + (deleted.size() + kept.size())
                                + " second factors of " + user + ": " + String.join(", ", kept),
                        data);
    }

    private static IntegrationReply reply(HttpReply reply, String what, String done) {
        return ProviderApi.reply("Entra", reply, what, done, EntraProvider::errorText);
    }

    private static @Nullable String errorText(Map<String, Object> answer) {
        return answer.get("error") instanceof Map<?, ?> error && error.get("message") instanceof String text
                ? text
                : null;
    }
}
