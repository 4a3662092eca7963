package io.countersign.approvals;

import org.jspecify.annotations.Nullable;

/**
 * What the holder of a valid decision link may see without signing in.
 *
 * @param request the request; shown, never changed by looking at it
 * @param agreement what is agreed to, whole
 * @param person the person the token belongs to, null for a channel token
 * @param decides false when the link only shows the request: whoever wants to decide signs in
 * @param channel the channel the token belongs to, null for a personal token
 */
public record TokenPage(
        RequestView request,
        AgreementView agreement,
        @Nullable String person,
        @Nullable String channel,
        boolean decides) {}
