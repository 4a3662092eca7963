package io.countersign.execution;

import io.countersign.audit.Page;
import io.countersign.audit.PageRequest;
import io.countersign.security.Actor;
import jakarta.ejb.Stateless;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The door of this module: executions are asked for, followed and cancelled here, by whichever channel. Callers have
 * checked scopes.
 */
@Stateless
public class Runs {
    public Requested request(UUID workflowUuid, ExecuteRequest wish, Actor by) {
        throw new UnsupportedOperationException();
    }

    public Run get(UUID uuid) {
        throw new UnsupportedOperationException();
    }

    public Page<Run> list(RunQuery query, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    public Run cancel(UUID uuid, String reason, Actor by) {
        throw new UnsupportedOperationException();
    }

    public Optional<Run> await(UUID uuid, Duration atMost) {
        throw new UnsupportedOperationException();
    }

    public CompletableFuture<Run> finished(UUID uuid, Duration atMost) {
        throw new UnsupportedOperationException();
    }

    public TestReport test(UUID workflowUuid, TestRequest request, Actor by) {
        throw new UnsupportedOperationException();
    }

    public AutoCloseable subscribe(UUID uuid, Consumer<RunEvent> listener) {
        throw new UnsupportedOperationException();
    }

    public RunSummary summary() {
        throw new UnsupportedOperationException();
    }
}
