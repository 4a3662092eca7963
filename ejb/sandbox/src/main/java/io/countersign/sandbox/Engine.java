package io.countersign.sandbox;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What stands behind the door: this JVM or a pool of others. */
interface Engine extends AutoCloseable {

    CheckReport check(String source);

    Optional<Lease> lease(Tenant tenant, String source, Duration atMost) throws InterruptedException;

    PoolStatus status();

    /** What the operating system puts around each worker; none in process. */
    Set<Layer> layers();

    @Override
    void close();
}
