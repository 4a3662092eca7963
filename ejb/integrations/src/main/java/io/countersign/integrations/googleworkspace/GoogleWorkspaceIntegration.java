package io.countersign.integrations.googleworkspace;

import io.countersign.integrations.BuiltinWorkflow;
import io.countersign.integrations.Integration;
import io.countersign.integrations.IntegrationConfig;
import io.countersign.integrations.Provider;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Google Workspace, by a service account with domain-wide delegation; settings {@code GOOGLE_WORKSPACE_CLIENT_EMAIL}, {@code
 * GOOGLE_WORKSPACE_PRIVATE_KEY} (PEM, PKCS #8; line breaks may be written as {@code \n}), {@code GOOGLE_WORKSPACE_ADMIN} (the
 * administrator in whose name it acts), and {@code GOOGLE_WORKSPACE_BASE_URL} and {@code GOOGLE_WORKSPACE_TOKEN_URL} for tests.
 */
public final class GoogleWorkspaceIntegration implements Integration {
    private static final List<String> ACCOUNT = List.of("account", "email");

    @Override
    public String name() {
        return "googleworkspace";
    }

    @Override
    public String title() {
        return "Google Workspace";
    }

    @Override
    public Optional<Provider> configured(Config config) {
        return IntegrationConfig.text(config, "google.workspace.client.email")
                .flatMap(account -> IntegrationConfig.text(config, "google.workspace.private.key")
                        .flatMap(key -> IntegrationConfig.text(config, "google.workspace.admin")
                                .map(admin -> new GoogleWorkspaceProvider(
                                        baseUrl(config), tokenUrl(config), new ServiceAccount(account, key, admin)))));
    }

    @Override
    public Provider forDryRun(Config config) {
        return new GoogleWorkspaceProvider(baseUrl(config), tokenUrl(config), (scopes, audience) -> "dry-run");
    }

    private static String baseUrl(Config config) {
        return IntegrationConfig.url(config, "google.workspace.base.url", "https://admin.googleapis.com");
    }

    private static String tokenUrl(Config config) {
        return IntegrationConfig.url(config, "google.workspace.token.url", "https://oauth2.googleapis.com/token");
    }

    @Override
    public List<BuiltinWorkflow> builtins() {
        return List.of(
                new BuiltinWorkflow(
                        "Google Workspace Suspend User",
                        "high",
                        "suspendUser",
                        ACCOUNT,
                        "Suspends the Google account: nobody can sign in with it until it is restored."),
                new BuiltinWorkflow(
                        "Google Workspace Restore User",
                        "medium",
                        "restoreUser",
                        ACCOUNT,
                        "Lifts the suspension of the Google account."),
                new BuiltinWorkflow(
                        "Google Workspace Sign Out User",
                        "low",
                        "signOutUser",
                        ACCOUNT,
                        "Ends all web and device sessions of the Google account and resets its sign-in cookies."));
    }
}
