package io.countersign.approvals;

import io.countersign.kernel.settings.Setting;
import io.countersign.kernel.settings.SettingSource;
import io.countersign.kernel.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The operator's settings for requests. */
@ApplicationScoped
public class ApprovalSettings extends Settings {

    public static final Setting<Integer> TIMEOUT = Setting.number(
            "APPROVAL_DEFAULT_TIMEOUT_SECONDS",
            RuleLimits.DEFAULT_TIMEOUT,
            1,
            RuleLimits.MAX_TIMEOUT,
            "when requests expire unless tool or workflow say otherwise");
    public static final Setting<String> CHANNEL_LINKS = Setting.word(
            "APPROVAL_CHANNEL_LINKS", "view", List.of("view", "decide"), "what the link in a channel's message does");
    public static final Setting<String> UNKNOWN_TOOL_RISK = Setting.word(
            "APPROVAL_UNKNOWN_TOOL_RISK",
            "high",
            List.of("low", "medium", "high", "critical"),
            "the least risk of a tool that is not in the catalogue");

    private final int timeoutSeconds;
    private final Predicate<@Nullable String> announced;
    private final boolean linksDecide;
    private final RiskLevel unknownToolRisk;

    @Inject
    ApprovalSettings(Instance<ChannelAnnouncements> announcements) {
        this(SettingSource.ofServer(), channel -> announcements.stream().anyMatch(one -> one.reach(channel)));
    }

    /** For the container's proxy only. */
    protected ApprovalSettings() {
        this(SettingSource.ofServer());
    }

    /** As another source says, where nothing is announced in a channel. */
    public ApprovalSettings(SettingSource source) {
        this(source, channel -> false);
    }

    /** One where nothing is announced in a channel. */
    public ApprovalSettings(int timeoutSeconds) {
        this(timeoutSeconds, channel -> false, "view", "high");
    }

    public ApprovalSettings(
            int timeoutSeconds, Predicate<@Nullable String> announced, String channelLinks, String unknownToolRisk) {
        this(
                SettingSource.of(Map.of(
                        TIMEOUT.name(),
                        String.valueOf(timeoutSeconds),
                        CHANNEL_LINKS.name(),
                        channelLinks,
                        UNKNOWN_TOOL_RISK.name(),
                        unknownToolRisk)),
                announced);
    }

    private ApprovalSettings(SettingSource source, Predicate<@Nullable String> announced) {
        super(source);
        this.announced = announced;
        timeoutSeconds = value(TIMEOUT);
        linksDecide = value(CHANNEL_LINKS).equals("decide");
        unknownToolRisk = RiskLevel.parse(value(UNKNOWN_TOOL_RISK));
    }

    @Override
    public List<Setting<?>> all() {
        return List.of(TIMEOUT, CHANNEL_LINKS, UNKNOWN_TOOL_RISK);
    }

    /** Until a request expires when neither its asker nor its workflow says; less for emergencies. */
    public int defaultTimeoutSeconds() {
        return timeoutSeconds;
    }

    /** Until a request of that type expires when its asker does not say: an emergency is expedited. */
    public int timeoutSeconds(ApprovalType type) {
        return RuleLimits.timeoutSeconds(type, timeoutSeconds);
    }

    /** Whether the link in a channel's message decides, where the rule and the risk let it. */
    public boolean linksDecide() {
        return linksDecide;
    }

    /** The least risk of a tool that is not in the catalogue. */
    public RiskLevel unknownToolRisk() {
        return unknownToolRisk;
    }

    /** True when a link sent to a channel will reach somebody who may decide by it. */
    public boolean reaches(@Nullable String channel) {
        return linksDecide && announced.test(channel);
    }
}
