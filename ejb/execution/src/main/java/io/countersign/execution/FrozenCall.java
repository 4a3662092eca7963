package io.countersign.execution;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call of a tool, as it was frozen when it was asked for.
 *
 * @param tool which tool of which server
 * @param fingerprint of the tool as it was then
 * @param bindingSha256 digest of the server's definition as it was then
 * @param arguments the JSON text that goes out, byte for byte
 * @param approvalRequestUuid the request that allowed it; null when none was needed
 */
public record FrozenCall(
        CalledTool tool,
        String fingerprint,
        String bindingSha256,
        String arguments,
        @Nullable UUID approvalRequestUuid,
        @Nullable String organizationId) {}
