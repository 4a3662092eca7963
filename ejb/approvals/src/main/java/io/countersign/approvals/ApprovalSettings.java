package io.countersign.approvals;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** The module's part of the configuration. */
@Dependent
class ApprovalSettings {

    private final int timeoutSeconds;
    private final Predicate<@Nullable String> announced;
    private final boolean linksDecide;
    private final RiskLevel unknownToolRisk;

    @Inject
    ApprovalSettings(Config config, Instance<ChannelAnnouncements> announcements) {
        this(
                RuleLimits.configuredTimeout(config),
                channel -> announcements.stream().anyMatch(one -> one.reach(channel)),
                config.getOptionalValue("approval.channel.links", String.class).orElse("view"),
                config.getOptionalValue("approval.unknown.tool.risk", String.class)
                        .orElse("high"));
    }

    /** One where nothing is announced in a channel. */
    ApprovalSettings(int timeoutSeconds) {
        this(timeoutSeconds, channel -> false, "view", "high");
    }

    ApprovalSettings(
            int timeoutSeconds, Predicate<@Nullable String> announced, String channelLinks, String unknownToolRisk) {
        this.linksDecide = linksDecide(channelLinks);
        this.unknownToolRisk = risk(unknownToolRisk);
        this.timeoutSeconds = timeoutSeconds;
        this.announced = announced;
    }

    /** Until a request of that type expires when its asker does not say: an emergency is expedited. */
    int timeoutSeconds(ApprovalType type) {
        return RuleLimits.timeoutSeconds(type, timeoutSeconds);
    }

    private static boolean linksDecide(String setting) {
        return switch (setting.strip().toLowerCase(Locale.ROOT)) {
            case "view" -> false;
            case "decide" -> true;
            default ->
                throw new IllegalArgumentException("APPROVAL_CHANNEL_LINKS must be view or decide, not " + setting);
        };
    }

    private static RiskLevel risk(String setting) {
        String wanted = setting.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(RiskLevel.values())
                .filter(level -> level.toString().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "APPROVAL_UNKNOWN_TOOL_RISK must be low, medium, high or critical, not " + setting));
    }

    /** Whether the link in a channel's message decides, where the rule and the risk let it. */
    boolean linksDecide() {
        return linksDecide;
    }

    /** The least risk of a tool that is not in the catalogue. */
    RiskLevel unknownToolRisk() {
        return unknownToolRisk;
    }

    /** True when a link sent to a channel will reach somebody who may decide by it. */
    boolean reaches(@Nullable String channel) {
        return linksDecide && announced.test(channel);
    }
}
