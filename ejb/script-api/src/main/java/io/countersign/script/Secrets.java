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

    /**
     * Masks a value from now on as if it were a granted secret: a token or a password that the script has fetched. In the log,
     * the result, the record of requests and wherever else something leaves the run it is shown as {@code ***}. Values of less than 6
     * characters are too short to mask, and 100 values of 16,384 characters are the most.
     *
     * @return the value itself
     */
    String hide(String value);
}
