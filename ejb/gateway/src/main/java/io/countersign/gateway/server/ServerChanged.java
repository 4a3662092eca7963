package io.countersign.gateway.server;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for is not what would be called any more. Fired inside the transaction of the change.
 *
 * @param tool the tool concerned, null for all of the server's
 * @param why what people read who were asked
 */
public record ServerChanged(UUID server, @Nullable String tool, String why) {}
