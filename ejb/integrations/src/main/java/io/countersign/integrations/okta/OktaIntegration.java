package io.countersign.integrations.okta;

import io.countersign.integrations.BuiltinWorkflow;
import io.countersign.integrations.Integration;
import io.countersign.integrations.IntegrationConfig;
import io.countersign.integrations.Provider;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Okta; settings {@code OKTA_DOMAIN} (a host or a URL) and {@code OKTA_API_TOKEN}. */
public final class OktaIntegration implements Integration {
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
    public Optional<Provider> configured(Config config) {
        return IntegrationConfig.text(config, "okta.domain")
                .flatMap(domain -> IntegrationConfig.text(config, "okta.api.token")
                        .map(token -> new OktaProvider(IntegrationConfig.url(domain), token)));
    }

    @Override
    public Provider forDryRun(Config config) {
        return new OktaProvider(IntegrationConfig.url(config, "okta.domain", "https://okta.example.com"), "dry-run");
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
