package io.countersign.execution;

import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpReply;
import io.countersign.sandbox.IntegrationReply;
import io.countersign.workflows.IntegrationSettings.Entra;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Microsoft Graph, with a token of the client-credentials flow. Every answer is looked at. */
final class EntraCalls {
    /** Graph's names of methods that can be deleted, and the path segment of each; passwords stay. */
    private static final Map<String, String> METHODS = Map.of(
            "#microsoft.graph.phoneAuthenticationMethod", "phoneMethods",
            "#microsoft.graph.microsoftAuthenticatorAuthenticationMethod", "microsoftAuthenticatorMethods",
            "#microsoft.graph.softwareOathAuthenticationMethod", "softwareOathMethods",
            "#microsoft.graph.fido2AuthenticationMethod", "fido2Methods",
            "#microsoft.graph.emailAuthenticationMethod", "emailMethods",
            "#microsoft.graph.windowsHelloForBusinessAuthenticationMethod", "windowsHelloForBusinessMethods",
            "#microsoft.graph.temporaryAccessPassAuthenticationMethod", "temporaryAccessPassMethods");

    private final Entra entra;
    private final Exchange graph;
    private final Exchange login;

    EntraCalls(Entra entra, Exchange graph, Exchange login) {
        this.entra = entra;
        this.graph = graph;
        this.login = login;
    }

    IntegrationReply perform(String operation, String user) throws HttpFailure, InterruptedException {
        HttpReply answer = token();
        if (!(ProviderCall.object(answer).get("access_token") instanceof String token)) {
            return failed("the sign-in of this server", answer);
        }
        ProviderCall calls = new ProviderCall(graph, "Bearer " + token);
        String path = entra.baseUrl() + "/users/" + ProviderCall.segment(user);
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
            default -> throw new HttpFailure(HttpFailure.Kind.REFUSED, "Entra has no operation " + operation + " here");
        };
    }

    private HttpReply token() throws HttpFailure, InterruptedException {
        String scope = entra.baseUrl().startsWith("https://graph.microsoft.com")
                ? "https://graph.microsoft.com/.default"
                : entra.baseUrl() + "/.default";
        String body = "grant_type=client_credentials&client_id=" + ProviderCall.encoded(entra.clientId())
                + "&client_secret=" + ProviderCall.encoded(entra.clientSecret())
                + "&scope=" + ProviderCall.encoded(scope);
        return new ProviderCall(login, "")
                .form(entra.loginUrl() + "/" + ProviderCall.segment(entra.tenantId()) + "/oauth2/v2.0/token", body);
    }

    private static IntegrationReply deleteMethods(ProviderCall calls, String path, String user)
            throws HttpFailure, InterruptedException {
        HttpReply listed = calls.send("GET", path + "/authentication/methods", null);
        if (!ProviderCall.ok(listed) || !(ProviderCall.object(listed).get("value") instanceof List<?> methods)) {
            return failed("listing the second factors of " + user, listed);
        }
        List<String> deleted = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        for (Object one : methods) {
            Map<?, ?> method = (Map<?, ?>) one;
            String segment = METHODS.get(String.valueOf(method.get("@odata.type")));
            if (segment != null) {
                String id = String.valueOf(method.get("id"));
                HttpReply gone = calls.send(
                        "DELETE", path + "/authentication/" + segment + "/" + ProviderCall.segment(id), null);
                (ProviderCall.ok(gone) ? deleted : kept)
                        .add(segment + "/" + id + (ProviderCall.ok(gone) ? "" : " (" + gone.status() + ")"));
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
        return ProviderCall.ok(reply)
                ? new IntegrationReply(true, done, Map.of("status", reply.status()))
                : failed(what, reply);
    }

    private static IntegrationReply failed(String what, HttpReply reply) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("status", reply.status());
        String message = "";
        if (ProviderCall.object(reply).get("error") instanceof Map<?, ?> error
                && error.get("message") instanceof String text) {
            message = ": " + text;
            data.put("error", text);
        }
        return new IntegrationReply(false, "Entra answered " + reply.status() + " to " + what + message, data);
    }
}
