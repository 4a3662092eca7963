package io.countersign.approvals;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changed inputs for a pending request: earlier votes are dropped and the editor counts as a requester from then on.
 *
 * @param indicator the new indicator, null for unchanged
 * @param parameters the new parameters (all of them), null for unchanged
 * @param comment why; required
 */
public record Revision(
        @Nullable Map<String, Object> indicator, @Nullable Map<String, Object> parameters, String comment) {}
