package io.countersign.approvals;

import org.jspecify.annotations.Nullable;

/**
 * Implemented by a notifier that announces requests in channels: which channels it reaches. How it announces is up to
 * the notifier.
 */
public interface ChannelAnnouncements {

    /** Whether a request for this channel, null where it names none, is announced in one. */
    boolean reach(@Nullable String channel);
}
