package io.countersign.execution;

/** The result of an HTTP request that the server itself sent. */
public sealed interface ServerHttpCall {

    /** Somebody answered, with this HTTP status. */
    record Answered(int status) implements ServerHttpCall {}

    /** A rule forbids the address; trying again changes nothing. */
    record Refused(String why) implements ServerHttpCall {}

    /** No answer came; it may be tried again. */
    record Unanswered(String why) implements ServerHttpCall {}
}
