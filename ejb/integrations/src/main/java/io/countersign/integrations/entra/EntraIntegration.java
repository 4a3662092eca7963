package io.countersign.integrations.entra;

import io.countersign.integrations.BuiltinWorkflow;
import io.countersign.integrations.Integration;
import io.countersign.integrations.IntegrationConfig;
import io.countersign.integrations.Provider;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Microsoft Entra; settings {@code ENTRA_TENANT_ID}, {@code ENTRA_CLIENT_ID}, {@code ENTRA_CLIENT_SECRET}, and {@code
 * ENTRA_BASE_URL} and {@code ENTRA_LOGIN_URL} for other clouds.
 */
public final class EntraIntegration implements Integration {
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
    public Optional<Provider> configured(Config config) {
        return IntegrationConfig.text(config, "entra.tenant.id").flatMap(tenant -> IntegrationConfig.text(
                        config, "entra.client.id")
                .flatMap(client -> IntegrationConfig.text(config, "entra.client.secret")
                        .map(secret -> new EntraProvider(graph(config), login(config), tenant, client, secret))));
    }

    @Override
    public Provider forDryRun(Config config) {
        return new EntraProvider(graph(config), login(config), "tenant", "client", "dry-run");
    }

    private static String graph(Config config) {
        return IntegrationConfig.url(config, "entra.base.url", "https://graph.microsoft.com/v1.0");
    }

    private static String login(Config config) {
        return IntegrationConfig.url(config, "entra.login.url", "https://login.microsoftonline.com");
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
