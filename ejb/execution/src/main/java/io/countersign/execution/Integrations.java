package io.countersign.execution;

import io.countersign.sandbox.CancelToken;
import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpFailure.Kind;
import io.countersign.sandbox.IntegrationReply;
import io.countersign.workflows.IntegrationSettings;
import io.countersign.workflows.IntegrationSettings.Entra;
import io.countersign.workflows.IntegrationSettings.Okta;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Okta and Entra, as far as the operator has configured them. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
class Integrations {
    private static final Set<String> NAMES = Set.of("okta", "entra");

    @Inject
    private Egress egress;

    @Inject
    private KillSwitchTable killSwitches;

    private IntegrationSettings settings;

    @PostConstruct
    void configure() {
        settings = IntegrationSettings.of(ConfigProvider.getConfig());
    }

    Set<String> configured() {
        return settings.configured();
    }

    /** What a rehearsal may use: all of them, since mocks answer. */
    Set<String> all() {
        return NAMES;
    }

    /** For a run: real calls, unless a kill switch forbids them to its organization. */
    IntegrationCalls live(CancelToken cancel, @Nullable String organization) {
        return (name, operation, args, recorder) -> {
            refuseWhileStopped(name, organization);
            return perform(
                    name,
                    operation,
                    args,
                    baseUrl -> {
                        Exchange out = egress.forConfigured(baseUrl, cancel);
                        return call -> recorder.send(out, call);
                    },
                    settings);
        };
    }

    /** For a rehearsal: the mocks answer in the provider's stead. */
    IntegrationCalls mocked(Exchange mocks) {
        IntegrationSettings pretended = new IntegrationSettings(
                Optional.of(settings.okta()
                        .map(okta -> new Okta(okta.baseUrl(), "rehearsal"))
                        .orElse(new Okta("https://okta.example.com", "rehearsal"))),
                Optional.of(new Entra(
                        settings.entra().map(Entra::baseUrl).orElse("https://graph.microsoft.com/v1.0"),
                        settings.entra().map(Entra::loginUrl).orElse("https://login.microsoftonline.com"),
                        "tenant",
                        "client",
                        "rehearsal")));
        return (name, operation, args, recorder) ->
                perform(name, operation, args, baseUrl -> call -> recorder.send(mocks, call), pretended);
    }

    /** The way to a provider, by its base URL. */
    private interface Way {
        Exchange to(String baseUrl);
    }

    private static IntegrationReply perform(
            String name, String operation, Map<String, Object> args, Way way, IntegrationSettings settings)
            throws HttpFailure, InterruptedException {
        String user = String.valueOf(args.get("user"));
        if (name.equals("okta") && settings.okta().isPresent()) {
            Okta okta = settings.okta().get();
            return new OktaCalls(okta, way.to(okta.baseUrl())).perform(operation, user);
        }
        if (name.equals("entra") && settings.entra().isPresent()) {
            Entra entra = settings.entra().get();
            return new EntraCalls(entra, way.to(entra.baseUrl()), way.to(entra.loginUrl())).perform(operation, user);
        }
        throw new HttpFailure(Kind.REFUSED, "integration " + name + " is not configured on this server");
    }

    private void refuseWhileStopped(String name, @Nullable String organization) throws HttpFailure {
        StopRules.Subject subject = new StopRules.Subject(new UUID(0, 0), false, Set.of(), Set.of(name), organization);
        if (StopRules.stopping(killSwitches.engaged(), subject).isPresent()) {
            throw new HttpFailure(Kind.REFUSED, "request refused: a kill switch is engaged for " + name);
        }
    }
}
