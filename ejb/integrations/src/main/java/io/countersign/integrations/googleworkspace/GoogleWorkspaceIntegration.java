package io.countersign.integrations.googleworkspace;

import io.countersign.integrations.BuiltinWorkflow;
import io.countersign.integrations.Integration;
import io.countersign.integrations.IntegrationConfig;
import io.countersign.integrations.Provider;
import io.countersign.kernel.settings.Setting;
import io.countersign.kernel.settings.SettingSource;
import java.util.List;
import java.util.Optional;

/**
 * Google Workspace, by a service account with domain-wide delegation; settings {@code GOOGLE_WORKSPACE_CLIENT_EMAIL}, {@code
 * GOOGLE_WORKSPACE_PRIVATE_KEY} (PEM, PKCS #8; line breaks may be written as {@code \n}), {@code GOOGLE_WORKSPACE_ADMIN} (the
 * administrator in whose name it acts), and {@code GOOGLE_WORKSPACE_BASE_URL} and {@code GOOGLE_WORKSPACE_TOKEN_URL} for tests.
 */
public final class GoogleWorkspaceIntegration implements Integration {
    private static final Setting<String> CLIENT_EMAIL =
            Setting.text("GOOGLE_WORKSPACE_CLIENT_EMAIL", null, "service account with domain-wide delegation");
    private static final Setting<String> PRIVATE_KEY = Setting.secret("GOOGLE_WORKSPACE_PRIVATE_KEY", "its key, PEM");
    private static final Setting<String> ADMIN =
            Setting.text("GOOGLE_WORKSPACE_ADMIN", null, "the administrator in whose name it acts");
    private static final Setting<String> BASE_URL =
            IntegrationConfig.address("GOOGLE_WORKSPACE_BASE_URL", "https://admin.googleapis.com", "the Admin SDK");
    private static final Setting<String> TOKEN_URL = IntegrationConfig.address(
            "GOOGLE_WORKSPACE_TOKEN_URL", "https://oauth2.googleapis.com/token", "where tokens are fetched");
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
    public Optional<Provider> configured(SettingSource source) {
        return IntegrationConfig.text(source, CLIENT_EMAIL)
                .flatMap(account -> IntegrationConfig.text(source, PRIVATE_KEY)
                        .flatMap(key -> IntegrationConfig.text(source, ADMIN)
                                .map(admin -> new GoogleWorkspaceProvider(
                                        baseUrl(source), tokenUrl(source), new ServiceAccount(account, key, admin)))));
    }

    @Override
    public Provider forDryRun(SettingSource source) {
        return new GoogleWorkspaceProvider(baseUrl(source), tokenUrl(source), (scopes, audience) -> "dry-run");
    }

    private static String baseUrl(SettingSource source) {
        return IntegrationConfig.url(source, BASE_URL);
    }

    private static String tokenUrl(SettingSource source) {
        return IntegrationConfig.url(source, TOKEN_URL);
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(CLIENT_EMAIL, PRIVATE_KEY, ADMIN, BASE_URL, TOKEN_URL);
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
