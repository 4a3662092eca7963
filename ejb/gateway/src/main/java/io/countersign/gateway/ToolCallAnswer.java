package io.countersign.gateway;

import java.util.UUID;

/** The result of submitting a call: started, or waiting for approval. */
public sealed interface ToolCallAnswer {

    /** People are asked; the request says how it stands. */
    record Pending(UUID request) implements ToolCallAnswer {}

    /** It is made; the run says how it goes. */
    record Started(UUID run) implements ToolCallAnswer {}
}
