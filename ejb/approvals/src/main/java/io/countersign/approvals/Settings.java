package io.countersign.approvals;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** The module's part of the configuration. */
@Dependent
class Settings {

    private static final int DEFAULT_TIMEOUT = 3600;
    private static final int EMERGENCY_TIMEOUT = 900;

    private final int timeoutSeconds;
    private final boolean announces;
    private final boolean hasDefaultChannel;

    @Inject
    Settings(Config config) {
        this(
                config.getOptionalValue("approval.default.timeout.seconds", Integer.class)
                        .orElse(DEFAULT_TIMEOUT),
                config.getOptionalValue("approval.notifier", String.class).orElse("none"),
                config.getOptionalValue("approval.default.channel", String.class)
                        .orElse(""));
    }

    Settings(int timeoutSeconds, String notifier, String defaultChannel) {
        this.timeoutSeconds = timeoutSeconds;
        this.announces = notifier.contains("slack") || notifier.contains("teams");
        this.hasDefaultChannel = !defaultChannel.isBlank() || notifier.contains("teams");
    }

    /** Until a request of that type expires when its asker does not say: an emergency is expedited. */
    int timeoutSeconds(ApprovalType type) {
        return type == ApprovalType.EMERGENCY ? Math.min(timeoutSeconds, EMERGENCY_TIMEOUT) : timeoutSeconds;
    }

    /** True when a link sent to a channel will reach somebody. */
    boolean reaches(@Nullable String channel) {
        return announces && (channel != null || hasDefaultChannel);
    }
}
