package io.countersign.sandbox.run;

import io.countersign.sandbox.IntegrationReply;
import io.countersign.script.Entra;
import io.countersign.script.Integrations;
import io.countersign.script.Okta;
import io.countersign.script.WorkflowResult;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Clients of the configured integrations; the work is the host's. */
final class ScriptIntegrations implements Integrations {
    private final Set<String> configured;
    private final Link link;

    ScriptIntegrations(Set<String> configured, Link link) {
        this.configured = configured;
        this.link = link;
    }

    private WorkflowResult perform(String name, String operation, String user) {
        if (user == null || user.isBlank()) {
            throw new IllegalArgumentException("user must not be empty");
        }
        IntegrationReply reply = link.integration(name, operation, Map.of("user", user));
        return reply.success()
                ? WorkflowResult.ok(reply.message(), reply.data())
                : WorkflowResult.fail(reply.message(), reply.data());
    }

    @Override
    public Optional<Okta> okta() {
        return configured.contains("okta") ? Optional.of(new OktaLink()) : Optional.empty();
    }

    @Override
    public Optional<Entra> entra() {
        return configured.contains("entra") ? Optional.of(new EntraLink()) : Optional.empty();
    }

    private final class OktaLink implements Okta {
        @Override
        public WorkflowResult revokeAllSessions(String user) {
            return perform("okta", "revokeAllSessions", user);
        }

        @Override
        public WorkflowResult suspendUser(String user) {
            return perform("okta", "suspendUser", user);
        }

        @Override
        public WorkflowResult unsuspendUser(String user) {
            return perform("okta", "unsuspendUser", user);
        }

        @Override
        public WorkflowResult resetPassword(String user) {
            return perform("okta", "resetPassword", user);
        }

        @Override
        public WorkflowResult forcePasswordExpiry(String user) {
            return perform("okta", "forcePasswordExpiry", user);
        }
    }

    private final class EntraLink implements Entra {
        @Override
        public WorkflowResult revokeSignInSessions(String user) {
            return perform("entra", "revokeSignInSessions", user);
        }

        @Override
        public WorkflowResult disableAccount(String user) {
            return perform("entra", "disableAccount", user);
        }

        @Override
        public WorkflowResult enableAccount(String user) {
            return perform("entra", "enableAccount", user);
        }

        @Override
        public WorkflowResult forceMfaReregistration(String user) {
            return perform("entra", "forceMfaReregistration", user);
        }
    }
}
