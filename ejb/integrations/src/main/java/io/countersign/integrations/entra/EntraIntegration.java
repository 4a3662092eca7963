package io.countersign.integrations.entra;

import io.countersign.integrations.BuiltinWorkflow;
import io.countersign.integrations.Integration;
import io.countersign.integrations.IntegrationConfig;
import io.countersign.integrations.Provider;
import io.countersign.kernel.settings.Setting;
import io.countersign.kernel.settings.SettingSource;
import java.util.List;
import java.util.Optional;

/**
 * Microsoft Entra; settings {@code ENTRA_TENANT_ID}, {@code ENTRA_CLIENT_ID}, {@code ENTRA_CLIENT_SECRET}, and {@code
 * ENTRA_BASE_URL} and {@code ENTRA_LOGIN_URL} for other clouds.
 */
public final class EntraIntegration implements Integration {
    private static final Setting<String> TENANT_ID = Setting.text("ENTRA_TENANT_ID", null, "the tenant");
    private static final Setting<String> CLIENT_ID = Setting.text("ENTRA_CLIENT_ID", null, "the application in it");
    private static final Setting<String> CLIENT_SECRET = Setting.secret("ENTRA_CLIENT_SECRET", "its secret");
    private static final Setting<String> BASE_URL = IntegrationConfig.address(
            "ENTRA_BASE_URL", "https://graph.microsoft.com/v1.0", "Microsoft Graph of another cloud");
    private static final Setting<String> LOGIN_URL = IntegrationConfig.address(
            "ENTRA_LOGIN_URL", "https://login.microsoftonline.com", "sign-in of another cloud");
    private static final List<String> ACCOUNT = List.of("account");

    @Override
    public String name() {
        return "entra";
    }

    @Override
    public String title() {
        return "Entra";
    }

    @Override
    public Optional<Provider> configured(SettingSource source) {
        return IntegrationConfig.text(source, TENANT_ID).flatMap(tenant -> IntegrationConfig.text(source, CLIENT_ID)
                .flatMap(client -> IntegrationConfig.text(source, CLIENT_SECRET)
                        .map(secret -> new EntraProvider(graph(source), login(source), tenant, client, secret))));
    }

    @Override
    public Provider forDryRun(SettingSource source) {
        return new EntraProvider(graph(source), login(source), "tenant", "client", "dry-run");
    }

    private static String graph(SettingSource source) {
        return IntegrationConfig.url(source, BASE_URL);
    }

    private static String login(SettingSource source) {
        return IntegrationConfig.url(source, LOGIN_URL);
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(TENANT_ID, CLIENT_ID, CLIENT_SECRET, BASE_URL, LOGIN_URL);
    }

    @Override
    public List<BuiltinWorkflow> builtins() {
        return List.of(
                new BuiltinWorkflow(
                        "Entra Revoke Sign-in Sessions",
                        "low",
                        "revokeSignInSessions",
                        ACCOUNT,
                        "Revokes the refresh tokens and session cookies of the Entra account."),
                new BuiltinWorkflow(
                        "Entra Disable Account",
                        "high",
                        "disableAccount",
                        ACCOUNT,
                        "Disables the Entra account: nobody can sign in with it until it is enabled."),
                new BuiltinWorkflow(
                        "Entra Enable Account", "medium", "enableAccount", ACCOUNT, "Enables the Entra account again."),
                new BuiltinWorkflow(
                        "Entra Force MFA Re-registration",
                        "high",
                        "forceMfaReregistration",
                        ACCOUNT,
                        "Deletes the second factors of the Entra account, so that its user has to register them again."));
    }
}
