package io.countersign.execution.integration;

import io.countersign.execution.http.Egress;
import io.countersign.execution.http.HttpExchange;
import io.countersign.execution.killswitch.KillSwitchMatcher;
import io.countersign.execution.killswitch.KillSwitchTable;
import io.countersign.integrations.Integration;
import io.countersign.integrations.IntegrationCatalogue;
import io.countersign.integrations.Provider;
import io.countersign.integrations.Transport;
import io.countersign.kernel.settings.SettingSource;
import io.countersign.sandbox.CancelToken;
import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpFailure.Kind;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The providers that runs may act on, as far as the operator has configured them. */
@ApplicationScoped
public class IntegrationRegistry {

    private final Egress egress;
    private final KillSwitchTable killSwitches;

    private final Map<String, Provider> configured = new HashMap<>();
    private final Map<String, Provider> forDryRuns = new HashMap<>();

    @Inject
    public IntegrationRegistry(Egress egress, KillSwitchTable killSwitches) {
        this.egress = egress;
        this.killSwitches = killSwitches;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected IntegrationRegistry() {
        this(null, null);
    }

    @PostConstruct
    void configure() {
        SettingSource source = SettingSource.ofServer();
        for (Integration integration : IntegrationCatalogue.all()) {
            IntegrationCatalogue.configured(integration, source)
                    .ifPresent(provider -> configured.put(integration.name(), provider));
            forDryRuns.put(integration.name(), integration.forDryRun(source));
        }
    }

    public Set<String> configured() {
        return Set.copyOf(configured.keySet());
    }

    /** What a dry run may use: all of them, since mocks answer. */
    public Set<String> all() {
        return IntegrationCatalogue.names();
    }

    /** For a run: real calls, unless a kill switch forbids them to its organization. */
    public IntegrationCalls live(CancelToken cancel, @Nullable String organization) {
        return (name, operation, arguments, recorder) -> {
            refuseWhileStopped(name, organization);
            Transport transport = (baseUrl, call) -> recorder.send(egress.forConfigured(baseUrl, cancel), call);
            return provider(configured, name).perform(operation, arguments, transport);
        };
    }

    /** For a dry run: the mocks answer in the provider's stead. */
    public IntegrationCalls mocked(HttpExchange mocks) {
        return (name, operation, arguments, recorder) ->
                provider(forDryRuns, name).perform(operation, arguments, (baseUrl, call) -> recorder.send(mocks, call));
    }

    private static Provider provider(Map<String, Provider> providers, String name) throws HttpFailure {
        Provider provider = providers.get(name);
        if (provider == null) {
            throw new HttpFailure(Kind.REFUSED, "integration " + name + " is not configured on this server");
        }
        return provider;
    }

    private void refuseWhileStopped(String name, @Nullable String organization) throws HttpFailure {
        KillSwitchMatcher.Subject subject =
                new KillSwitchMatcher.Subject(new UUID(0, 0), false, Set.of(), Set.of(name), organization);
        if (KillSwitchMatcher.stopping(killSwitches.engaged(), subject).isPresent()) {
            throw new HttpFailure(Kind.REFUSED, "request refused: a kill switch is engaged for " + name);
        }
    }
}
