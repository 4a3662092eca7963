package io.countersign.sandbox;

import io.countersign.sandbox.guard.Budget;
import io.countersign.sandbox.guard.Kill;
import io.countersign.sandbox.guard.ScriptThread;
import io.countersign.sandbox.run.HostLink;
import io.countersign.sandbox.run.RunInput;
import io.countersign.sandbox.run.RunResult;
import io.countersign.sandbox.run.ScriptLoader;
import io.countersign.sandbox.run.ScriptRunner;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One run: its thread asks through a queue, the caller answers. */
final class InProcessRun implements HostLink {
    private static final long GRACE_MILLIS = 150;

    private final BlockingQueue<Runnable> questions = new ArrayBlockingQueue<>(64);
    private final RunClock clock;
    private final HostBridge bridge;
    private final CancelToken cancel;
    private final RunInput input;
    private final ScriptThread thread;
    private volatile @Nullable RunResult result;
    private volatile @Nullable Budget budget;

    InProcessRun(ScriptLoader loader, RunInput input, RunClock clock, HostBridge bridge, CancelToken cancel) {
        this.clock = clock;
        this.bridge = bridge;
        this.cancel = cancel;
        this.input = input;
        ScriptRunner runner = new ScriptRunner(loader, input, this);
        this.thread = new ScriptThread(() -> result = runner.run(b -> budget = b), "script-run-" + input.runId());
    }

    /**
     * Starts the script and answers it until it ends.
     *
     * @param watch calls hosts back that take longer than the run has
     * @return empty when it had to be left to itself: cancelled, or over its time
     */
    Optional<RunOutcome> outcome(OutcomeResolver endings, ScheduledExecutorService watch) {
        Runnable onCancel = this::cancelled;
        long most = input.limits().wallMillis() + GRACE_MILLIS;
        ScheduledFuture<?> end = watch.schedule(clock::end, most, TimeUnit.MILLISECONDS);
        cancel.onCancel(onCancel);
        try {
            thread.start();
            serve();
        } finally {
            cancel.forget(onCancel);
            end.cancel(false);
        }
        if (result != null) {
            return Optional.of(endings.of(result, bridge.ended(), clock.late()));
        }
        RunawayThread.stop(thread);
        return Optional.empty();
    }

    private void cancelled() {
        clock.cancel();
        if (budget != null) {
            budget.cancel();
        }
        thread.interrupt();
    }

    private void serve() {
        long until = System.nanoTime() + (input.limits().wallMillis() + GRACE_MILLIS) * 1_000_000;
        boolean shortened = false;
        while (thread.isAlive() && System.nanoTime() - until < 0) {
            try {
                Runnable question = questions.poll(5, TimeUnit.MILLISECONDS);
                if (question != null) {
                    question.run();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                cancel.cancel();
            }
            if (cancel.cancelled() && !shortened) {
                shortened = true;
                until = System.nanoTime() + GRACE_MILLIS * 1_000_000;
                cancelled();
            }
        }
    }

    @Override
    public HttpReply http(OutgoingRequest ask) throws HttpFailure {
        return answered(() -> bridge.http(ask));
    }

    @Override
    public long waitedMillis() {
        return bridge.waitedMillis();
    }

    @Override
    public void log(long epochMillis, String level, String message, Map<String, Object> fields) {
        try {
            answered(() -> {
                bridge.log(epochMillis, level, message, fields);
                return Optional.empty();
            });
        } catch (HttpFailure e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void hide(String value) {
        try {
            answered(() -> {
                bridge.hide(value);
                return Optional.empty();
            });
        } catch (HttpFailure e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public IntegrationReply integration(String name, String operation, Map<String, Object> args) throws HttpFailure {
        return answered(() -> bridge.integration(name, operation, args));
    }

    private <T> T answered(Answer<T> question) throws HttpFailure {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Runnable ask = () -> {
            try {
                answer.complete(question.give());
            } catch (HttpFailure | RuntimeException e) {
                answer.completeExceptionally(e);
            }
        };
        try {
            questions.put(ask);
            return answer.get();
        } catch (InterruptedException e) {
            throw new Ended(cancel.cancelled() ? Kill.CANCELLED : Kill.TIME, "the run ended");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof HttpFailure failure) {
                throw failure;
            }
            throw (RuntimeException) e.getCause();
        }
    }

    private interface Answer<T> {
        T give() throws HttpFailure;
    }
}
