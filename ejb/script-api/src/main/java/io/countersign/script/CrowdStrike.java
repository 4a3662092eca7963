package io.countersign.script;

/**
 * Hosts in CrowdStrike Falcon. {@code host} is the host name, the local address or the agent id; it must lead to exactly one
 * sensor. An answer that is not a success becomes a failed {@link WorkflowResult} that says which; no answer is an {@link
 * HttpException}. Every call counts as two or three HTTP calls.
 */
public interface CrowdStrike {

    /** Cuts the host off from the network, but for the Falcon cloud. */
    WorkflowResult containHost(String host);

    /** Lets the host back on the network. */
    WorkflowResult liftContainment(String host);
}
