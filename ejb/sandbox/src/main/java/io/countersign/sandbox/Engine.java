package io.countersign.sandbox;

/** What stands behind the door: this JVM or a pool of others. */
interface Engine extends AutoCloseable {

    CheckReport check(String source);

    Outcome run(RunSpec spec, Host host);

    PoolStatus status();

    @Override
    void close();
}
