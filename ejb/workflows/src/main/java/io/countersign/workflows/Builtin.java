package io.countersign.workflows;

import io.countersign.approvals.RiskLevel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A workflow that comes with the server.
 *
 * @param integration {@code okta} or {@code entra}
 * @param operation the method of the integration's client
 * @param documentation for agents and people who look for it
 */
record Builtin(String name, RiskLevel risk, String integration, String operation, String documentation) {
    static final List<Builtin> ALL = List.of(
            new Builtin(
                    "Okta Revoke All Sessions",
                    RiskLevel.LOW,
                    "okta",
                    "revokeAllSessions",
                    "Ends all Okta sessions of the account, so that every device has to sign in again."),
            new Builtin(
                    "Okta Suspend User",
                    RiskLevel.HIGH,
                    "okta",
                    "suspendUser",
                    "Suspends the Okta account: nobody can sign in with it until it is unsuspended."),
            new Builtin(
                    "Okta Unsuspend User",
                    RiskLevel.MEDIUM,
                    "okta",
                    "unsuspendUser",
                    "Lifts the suspension of the Okta account."),
            new Builtin(
                    "Okta Reset Password",
                    RiskLevel.MEDIUM,
                    "okta",
                    "resetPassword",
                    "Starts a password reset in Okta; the user gets Okta's e-mail."),
            new Builtin(
                    "Okta Force Password Expiry",
                    RiskLevel.LOW,
                    "okta",
                    "forcePasswordExpiry",
                    "Makes the user of the Okta account choose a new password at the next sign-in."),
            new Builtin(
                    "Entra Revoke Sign-in Sessions",
                    RiskLevel.LOW,
                    "entra",
                    "revokeSignInSessions",
                    "Revokes the refresh tokens and session cookies of the Entra account."),
            new Builtin(
                    "Entra Disable Account",
                    RiskLevel.HIGH,
                    "entra",
                    "disableAccount",
                    "Disables the Entra account: nobody can sign in with it until it is enabled."),
            new Builtin(
                    "Entra Enable Account",
                    RiskLevel.MEDIUM,
                    "entra",
                    "enableAccount",
                    "Enables the Entra account again."),
            new Builtin(
                    "Entra Force MFA Re-registration",
                    RiskLevel.HIGH,
                    "entra",
                    "forceMfaReregistration",
                    "Deletes the second factors of the Entra account, so that its user has to register them again."));

    /** Stable across releases and renamings. */
    String key() {
        return integration + "." + operation;
    }

    String code() {
        String type = integration.equals("okta") ? "Okta" : "Entra";
        return """
                import io.countersign.script.*;

                public class %s implements Workflow {
                    @Override
                    public WorkflowResult run(WorkflowContext ctx) {
                        %s %s = ctx.integrations().%s().orElse(null);
                        if (%s == null) {
                            return WorkflowResult.fail("%s is not configured on this server");
                        }
                        return %s.%s(ctx.indicator().value());
                    }
                }
                """.formatted(
                        name.replaceAll("[^A-Za-z]", ""),
                        type,
                        integration,
                        integration,
                        integration,
                        type,
                        integration,
                        operation);
    }

    /** @param usualExpiry seconds after which requests expire unless somebody says otherwise */
    Definition definition(WorkflowState state, int usualExpiry) {
        Map<String, Object> fields =
                new LinkedHashMap<>(DefinitionForm.fresh(usualExpiry).fields());
        fields.put("name", name);
        fields.put("documentation", documentation);
        fields.put("state", state.wire());
        fields.put("indicator_types", List.of("account"));
        fields.put("tags", List.of("builtin", integration));
        fields.put("timeout_seconds", 60);
        fields.put("risk_level", risk.toString());
        fields.put("approval_mode", "always");
        return new Definition(fields);
    }
}
