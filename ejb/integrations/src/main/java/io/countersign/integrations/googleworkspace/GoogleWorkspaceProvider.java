package io.countersign.integrations.googleworkspace;

import io.countersign.integrations.Provider;
import io.countersign.integrations.ProviderApi;
import io.countersign.integrations.Transport;
import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpReply;
import io.countersign.sandbox.IntegrationReply;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Users of the Admin SDK's Directory API; {@code user} is the primary e-mail address or the id. */
final class GoogleWorkspaceProvider implements Provider {
    private static final String SCOPES = "https://www.googleapis.com/auth/admin.directory.user"
            + " https://www.googleapis.com/auth/admin.directory.user.security";

    private final String baseUrl;
    private final String tokenUrl;
    private final Assertions assertions;

    GoogleWorkspaceProvider(String baseUrl, String tokenUrl, Assertions assertions) {
        this.baseUrl = baseUrl;
        this.tokenUrl = tokenUrl;
        this.assertions = assertions;
    }

    @Override
    public IntegrationReply perform(String operation, Map<String, Object> arguments, Transport transport)
            throws HttpFailure, InterruptedException {
        String user = String.valueOf(arguments.get("user"));
        String path = baseUrl + "/admin/directory/v1/users/" + ProviderApi.segment(user);
        return switch (operation) {
            case "suspendUser" ->
                act(transport, "PATCH", path, Map.of("suspended", true), "Suspended " + user + " in Google Workspace");
            case "restoreUser" ->
                act(transport, "PATCH", path, Map.of("suspended", false), "Restored " + user + " in Google Workspace");
            case "signOutUser" ->
                act(transport, "POST", path + "/signOut", null, "Signed " + user + " out of Google Workspace");
            default -> throw ProviderApi.unknown("Google Workspace", operation);
        };
    }

    private IntegrationReply act(
            Transport transport, String method, String url, @Nullable Map<String, Object> body, String done)
            throws HttpFailure, InterruptedException {
        HttpReply signIn = new ProviderApi(transport, tokenUrl, "")
                .form(
                        tokenUrl,
                        "grant_type=" + ProviderApi.encoded("urn:ietf:params:oauth:grant-type:jwt-bearer")
                                + "&assertion=" + ProviderApi.encoded(assertions.assertion(SCOPES, tokenUrl)));
        if (!(ProviderApi.object(signIn).get("access_token") instanceof String token)) {
            return ProviderApi.failed(
                    "Google Workspace", signIn, "the sign-in of this server", GoogleWorkspaceProvider::signInError);
        }
        HttpReply reply = new ProviderApi(transport, baseUrl, "Bearer " + token).send(method, url, body);
        String what = method + " " + url.substring(baseUrl.length());
        return ProviderApi.reply("Google Workspace", reply, what, done, GoogleWorkspaceProvider::errorText);
    }

    private static @Nullable String signInError(Map<String, Object> answer) {
        return answer.get("error_description") instanceof String text ? text : null;
    }

    private static @Nullable String errorText(Map<String, Object> answer) {
        return answer.get("error") instanceof Map<?, ?> error && error.get("message") instanceof String text
                ? text
                : null;
    }
}
