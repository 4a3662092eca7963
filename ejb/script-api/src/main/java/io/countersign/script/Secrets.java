package io.countersign.script;

import java.util.Optional;

/** The secrets that this workflow was granted; others do not exist here. */
public interface Secrets {

    /** The secret of that name, such as {@code FIREWALL_API_KEY}; empty if it is not set or not granted. */
    Optional<String> get(String name);

    /**
     * The secret of that name.
     *
     * @throws IllegalStateException if it is not set or not granted; the message names it
     */
    String require(String name);
}
