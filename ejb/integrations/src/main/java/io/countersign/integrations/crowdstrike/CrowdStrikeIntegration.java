package io.countersign.integrations.crowdstrike;

import io.countersign.integrations.BuiltinWorkflow;
import io.countersign.integrations.Integration;
import io.countersign.integrations.IntegrationConfig;
import io.countersign.integrations.Provider;
import io.countersign.kernel.settings.Setting;
import io.countersign.kernel.settings.SettingSource;
import java.util.List;
import java.util.Optional;

/**
 * CrowdStrike Falcon; settings {@code CROWDSTRIKE_CLIENT_ID}, {@code CROWDSTRIKE_CLIENT_SECRET} (an API client with the scope
 * Hosts: read and write), and {@code CROWDSTRIKE_BASE_URL} for clouds other than US-1.
 */
public final class CrowdStrikeIntegration implements Integration {
    private static final Setting<String> CLIENT_ID =
            Setting.text("CROWDSTRIKE_CLIENT_ID", null, "API client with the scope Hosts: read and write");
    private static final Setting<String> CLIENT_SECRET = Setting.secret("CROWDSTRIKE_CLIENT_SECRET", "its secret");
    private static final Setting<String> BASE_URL = IntegrationConfig.address(
            "CROWDSTRIKE_BASE_URL", "https://api.crowdstrike.com", "the cloud; US-1 unless set");
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
    public Optional<Provider> configured(SettingSource source) {
        return IntegrationConfig.text(source, CLIENT_ID).flatMap(client -> IntegrationConfig.text(source, CLIENT_SECRET)
                .map(secret -> new CrowdStrikeProvider(baseUrl(source), client, secret)));
    }

    @Override
    public Provider forDryRun(SettingSource source) {
        return new CrowdStrikeProvider(baseUrl(source), "client", "dry-run");
    }

    private static String baseUrl(SettingSource source) {
        return IntegrationConfig.url(source, BASE_URL);
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(CLIENT_ID, CLIENT_SECRET, BASE_URL);
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
