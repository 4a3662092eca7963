package io.countersign.execution;

import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpReply;
import io.countersign.sandbox.IntegrationReply;
import io.countersign.workflows.IntegrationSettings.Okta;
import java.util.LinkedHashMap;
import java.util.Map;

/** Okta's user API; a login may stand for the user's id. */
final class OktaCalls {
    private final String users;
    private final ProviderCall calls;

    OktaCalls(Okta okta, Exchange exchange) {
        this.users = okta.baseUrl() + "/api/v1/users/";
        this.calls = new ProviderCall(exchange, "SSWS " + okta.apiToken());
    }

    IntegrationReply perform(String operation, String user) throws HttpFailure, InterruptedException {
        String path = users + ProviderCall.segment(user);
        return switch (operation) {
            case "revokeAllSessions" -> act("DELETE", path + "/sessions", "Revoked all Okta sessions of " + user);
            case "suspendUser" -> act("POST", path + "/lifecycle/suspend", "Suspended " + user + " in Okta");
            case "unsuspendUser" -> act("POST", path + "/lifecycle/unsuspend", "Unsuspended " + user + " in Okta");
            case "resetPassword" ->
                act(
                        "POST",
                        path + "/lifecycle/reset_password?sendEmail=true",
                        "Started the password reset of " + user + " in Okta");
            case "forcePasswordExpiry" ->
                act("POST", path + "/lifecycle/expire_password", "Expired the Okta password of " + user);
            default -> throw new HttpFailure(HttpFailure.Kind.REFUSED, "Okta has no operation " + operation + " here");
        };
    }

    private IntegrationReply act(String method, String url, String done) throws HttpFailure, InterruptedException {
        HttpReply reply = calls.send(method, url, null);
        return ProviderCall.ok(reply)
                ? new IntegrationReply(true, done, Map.of("status", reply.status()))
                : failed(method + " " + url.substring(users.length() - "/api/v1/users/".length()), reply);
    }

    private static IntegrationReply failed(String what, HttpReply reply) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("status", reply.status());
        Object summary = ProviderCall.object(reply).get("errorSummary");
        if (summary instanceof String text) {
            data.put("error", text);
        }
        return new IntegrationReply(
                false,
                "Okta answered " + reply.status() + " to " + what + (summary instanceof String text ? ": " + text : ""),
                data);
    }
}
