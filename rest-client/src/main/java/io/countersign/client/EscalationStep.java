package io.countersign.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is told when nobody answers.
 *
 * @param widen true when holders of the roles may decide from then on
 */
public record EscalationStep(
        int afterSeconds,
        @Nullable List<String> roles,
        @Nullable String channel,
        @Nullable Boolean widen) {}
