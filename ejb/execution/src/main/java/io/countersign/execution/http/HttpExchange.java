package io.countersign.execution.http;

import io.countersign.sandbox.HttpCall;
import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpReply;

/** One request and its answer: over the network, or with mocks. */
@FunctionalInterface
public interface HttpExchange {
    HttpReply send(HttpCall call) throws HttpFailure, InterruptedException;
}
