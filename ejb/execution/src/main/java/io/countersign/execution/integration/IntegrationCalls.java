package io.countersign.execution.integration;

import io.countersign.execution.http.HttpExchange;
import io.countersign.sandbox.HttpCall;
import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpReply;
import io.countersign.sandbox.IntegrationReply;
import java.util.Map;

/** The integrations of one run. */
@FunctionalInterface
public interface IntegrationCalls {

    /** Sends through an exchange, and records. */
    @FunctionalInterface
    interface Recorder {
        HttpReply send(HttpExchange through, HttpCall call) throws HttpFailure, InterruptedException;
    }

    IntegrationReply perform(String name, String operation, Map<String, Object> args, Recorder recorder)
            throws HttpFailure, InterruptedException;
}
