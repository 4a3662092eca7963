package io.countersign.sandbox.worker;

/** What a pool has to know of its workers. */
interface PooledWorker {
    /** Whether it lives. */
    boolean alive();

    /** Ends it at once. */
    void kill();

    /** Removes what it may have left behind; may take a while. */
    void bury();
}
