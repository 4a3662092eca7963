package io.countersign.integrations.crowdstrike;

import io.countersign.integrations.BuiltinWorkflow;
import io.countersign.integrations.Integration;
import io.countersign.integrations.IntegrationConfig;
import io.countersign.integrations.Provider;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * CrowdStrike Falcon; settings {@code CROWDSTRIKE_CLIENT_ID}, {@code CROWDSTRIKE_CLIENT_SECRET} (an API client with the scope
 * Hosts: read and write), and {@code CROWDSTRIKE_BASE_URL} for clouds other than US-1.
 */
public final class CrowdStrikeIntegration implements Integration {
    private static final List<String> HOSTS = List.of("ip", "domain");

    @Override
    public String name() {
        return "crowdstrike";
    }

    @Override
    public String title() {
        return "CrowdStrike";
    }

    @Override
    public Optional<Provider> configured(Config config) {
        return IntegrationConfig.text(config, "crowdstrike.client.id")
                .flatMap(client -> IntegrationConfig.text(config, "crowdstrike.client.secret")
                        .map(secret -> new CrowdStrikeProvider(baseUrl(config), client, secret)));
    }

    @Override
    public Provider forDryRun(Config config) {
        return new CrowdStrikeProvider(baseUrl(config), "client", "dry-run");
    }

    private static String baseUrl(Config config) {
        return IntegrationConfig.url(config, "crowdstrike.base.url", "https://api.crowdstrike.com");
    }

    @Override
    public List<BuiltinWorkflow> builtins() {
        return List.of(
                new BuiltinWorkflow(
                        "CrowdStrike Contain Host",
                        "high",
                        "containHost",
                        HOSTS,
                        "Cuts the host off from the network, but for the Falcon cloud. The host is told by its name or its"
                                + " local address, and only if exactly one sensor has it."),
                new BuiltinWorkflow(
                        "CrowdStrike Lift Containment",
                        "medium",
                        "liftContainment",
                        HOSTS,
                        "Lets a contained host back on the network."));
    }
}
