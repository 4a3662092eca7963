package io.countersign.notify;

import io.countersign.approvals.ChannelAnnouncements;
import io.countersign.notify.delivery.NotifySettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Slack announces in the channel that a request names, or in the usual one; Teams has one channel behind its webhook. */
@ApplicationScoped
class AnnouncedChannels implements ChannelAnnouncements {

    private final NotifySettings settings;

    @Inject
    AnnouncedChannels(NotifySettings settings) {
        this.settings = settings;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected AnnouncedChannels() {
        this(null);
    }

    @Override
    public boolean reach(@Nullable String channel) {
        boolean place = channel != null || settings.defaultPlace() != null;
        return settings.on(Notifier.TEAMS) || settings.on(Notifier.SLACK) && place;
    }
}
