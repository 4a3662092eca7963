package io.countersign.execution;

import io.countersign.kernel.settings.Setting;
import io.countersign.kernel.settings.SettingSource;
import io.countersign.kernel.settings.Settings;
import io.countersign.sandbox.http.EgressPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What scripts, and the callbacks of requests, may reach on this server. */
@ApplicationScoped
public class EgressSettings extends Settings {

    public static final Setting<String> ALLOWED_HOSTS = new Setting<>(
            "EGRESS_ALLOWED_HOSTS",
            null,
            "hosts, *.suffix or CIDR, separated by commas",
            "what scripts may reach; public hosts where it is not set",
            false,
            hosts -> {
                EgressPolicy.of(hosts, false);
                return hosts;
            });
    public static final Setting<Boolean> ALLOW_PRIVATE =
            Setting.flag("EGRESS_ALLOW_PRIVATE", false, "whether a host name may resolve to a private address");

    private final String hosts;
    private final boolean isPrivateAllowed;

    /** As this server was started. */
    public EgressSettings() {
        this(SettingSource.ofServer());
    }

    public EgressSettings(SettingSource source) {
        super(source);
        hosts = optional(ALLOWED_HOSTS).orElse("");
        isPrivateAllowed = value(ALLOW_PRIVATE);
    }

    @Override
    public List<Setting<?>> all() {
        return List.of(ALLOWED_HOSTS, ALLOW_PRIVATE);
    }

    /** The server's own rules, which a workflow can only narrow. */
    public EgressPolicy policy() {
        return EgressPolicy.of(hosts, isPrivateAllowed);
    }

    /** What is allowed, in words. */
    public String described() {
        return (hosts.isEmpty() ? "every public host" : hosts) + (isPrivateAllowed ? ", private addresses too" : "");
    }
}
