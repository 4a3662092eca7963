package io.countersign.integrations;

import io.countersign.sandbox.HttpCall;
import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpReply;

/** Sends the requests of an integration: over the network, or to the mocks of a dry run. */
@FunctionalInterface
public interface Transport {

    /**
     * Sends one request.
     *
     * @param baseUrl the configured address that the request belongs to; only its host may be reached
     */
    HttpReply send(String baseUrl, HttpCall call) throws HttpFailure, InterruptedException;
}
