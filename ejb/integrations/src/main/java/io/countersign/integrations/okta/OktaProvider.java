package io.countersign.integrations.okta;

import io.countersign.integrations.Provider;
import io.countersign.integrations.ProviderApi;
import io.countersign.integrations.Transport;
import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpReply;
import io.countersign.sandbox.IntegrationReply;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Okta's Users API; a login may stand for the user's id. */
final class OktaProvider implements Provider {
    private final String baseUrl;
    private final String apiToken;

    OktaProvider(String baseUrl, String apiToken) {
        this.baseUrl = baseUrl;
        this.apiToken = apiToken;
    }

    @Override
    public IntegrationReply perform(String operation, Map<String, Object> arguments, Transport transport)
            throws HttpFailure, InterruptedException {
        ProviderApi api = new ProviderApi(transport, baseUrl, "SSWS " + apiToken);
        String user = String.valueOf(arguments.get("user"));
        String path = "/api/v1/users/" + ProviderApi.segment(user);
        return switch (operation) {
            case "revokeAllSessions" -> act(api, "DELETE", path + "/sessions", "Revoked all Okta sessions of " + user);
            case "suspendUser" -> act(api, "POST", path + "/lifecycle/suspend", "Suspended " + user + " in Okta");
            case "unsuspendUser" -> act(api, "POST", path + "/lifecycle/unsuspend", "Unsuspended " + user + " in Okta");
            case "resetPassword" ->
                act(
                        api,
                        "POST",
                        path + "/lifecycle/reset_password?sendEmail=true",
                        "Started the password reset of " + user + " in Okta");
            case "forcePasswordExpiry" ->
                act(api, "POST", path + "/lifecycle/expire_password", "Expired the Okta password of " + user);
            default -> throw ProviderApi.unknown("Okta", operation);
        };
    }

    private IntegrationReply act(ProviderApi api, String method, String path, String done)
            throws HttpFailure, InterruptedException {
        HttpReply reply = api.send(method, baseUrl + path, null);
        return ProviderApi.reply("Okta", reply, method + " " + path, done, OktaProvider::summary);
    }

    private static @Nullable String summary(Map<String, Object> answer) {
        return answer.get("errorSummary") instanceof String text ? text : null;
    }
}
