package io.countersign.approvals;

import org.jspecify.annotations.Nullable;

/** Whoever announces requests in channels tells here which it reaches; the ways to announce and their settings are its own. */
public interface ChannelAnnouncements {

    /** Whether a request for this channel, null where it names none, is announced in one. */
    boolean reach(@Nullable String channel);
}
