package io.countersign.sandbox.bench;

/** A piece of work, loaded by one of the engines. */
interface Kernel {
    /** Does it once. Every engine answers the same. */
    String run() throws Exception;
}
