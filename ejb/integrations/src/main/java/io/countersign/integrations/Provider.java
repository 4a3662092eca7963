package io.countersign.integrations;

import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.IntegrationReply;
import java.util.Map;

/** A provider with its addresses and credentials. */
@FunctionalInterface
public interface Provider {

    /**
     * Carries an operation out.
     *
     * @param operation the method of the script client
     * @param arguments its arguments by parameter name
     * @param transport where requests go; every one is checked, counted and recorded there
     * @return what the provider answered; a refusal of the provider is a reply without success
     * @throws HttpFailure when there is no answer, or the arguments or the operation cannot be sent
     */
    IntegrationReply perform(String operation, Map<String, Object> arguments, Transport transport)
            throws HttpFailure, InterruptedException;
}
