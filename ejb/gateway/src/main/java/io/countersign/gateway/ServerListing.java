package io.countersign.gateway;

import java.util.List;
import java.util.Map;

/**
 * What a server listed at one moment.
 *
 * @param reached whether it answered; the tools of one that did not are unknown
 * @param tools their definitions
 */
public record ServerListing(boolean reached, List<Map<String, Object>> tools) {

    /** Of a server that did not answer. */
    public static final ServerListing NONE = new ServerListing(false, List.of());

    public ServerListing {
        tools = List.copyOf(tools);
    }
}
