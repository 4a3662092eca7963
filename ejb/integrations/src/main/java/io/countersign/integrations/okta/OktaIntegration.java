package io.countersign.integrations.okta;

import io.countersign.integrations.BuiltinWorkflow;
import io.countersign.integrations.Integration;
import io.countersign.integrations.IntegrationConfig;
import io.countersign.integrations.Provider;
import io.countersign.kernel.settings.Setting;
import io.countersign.kernel.settings.SettingSource;
import java.util.List;
import java.util.Optional;

/** Okta; settings {@code OKTA_DOMAIN} (a host or a URL) and {@code OKTA_API_TOKEN}. */
public final class OktaIntegration implements Integration {
    private static final Setting<String> DOMAIN = IntegrationConfig.address(
            "OKTA_DOMAIN", "https://okta.example.com", "the Okta organization; the default is for dry runs alone");
    private static final Setting<String> API_TOKEN = Setting.secret("OKTA_API_TOKEN", "its API token");
    private static final List<String> ACCOUNT = List.of("account");

    @Override
    public String name() {
        return "okta";
    }

    @Override
    public String title() {
        return "Okta";
    }

    @Override
    public Optional<Provider> configured(SettingSource source) {
        return IntegrationConfig.text(source, DOMAIN).flatMap(domain -> IntegrationConfig.text(source, API_TOKEN)
                .map(token -> new OktaProvider(domain, token)));
    }

    @Override
    public Provider forDryRun(SettingSource source) {
        return new OktaProvider(IntegrationConfig.url(source, DOMAIN), "dry-run");
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(DOMAIN, API_TOKEN);
    }

    @Override
    public List<BuiltinWorkflow> builtins() {
        return List.of(
                new BuiltinWorkflow(
                        "Okta Revoke All Sessions",
                        "low",
                        "revokeAllSessions",
                        ACCOUNT,
                        "Ends all Okta sessions of the account, so that every device has to sign in again."),
                new BuiltinWorkflow(
                        "Okta Suspend User",
                        "high",
                        "suspendUser",
                        ACCOUNT,
                        "Suspends the Okta account: nobody can sign in with it until it is unsuspended."),
                new BuiltinWorkflow(
                        "Okta Unsuspend User",
                        "medium",
                        "unsuspendUser",
                        ACCOUNT,
                        "Lifts the suspension of the Okta account."),
                new BuiltinWorkflow(
                        "Okta Reset Password",
                        "medium",
                        "resetPassword",
                        ACCOUNT,
                        "Starts a password reset in Okta; the user gets Okta's e-mail."),
                new BuiltinWorkflow(
                        "Okta Force Password Expiry",
                        "low",
                        "forcePasswordExpiry",
                        ACCOUNT,
                        "Makes the user of the Okta account choose a new password at the next sign-in."));
    }
}
