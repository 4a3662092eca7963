package io.countersign.execution;

import io.countersign.sandbox.CancelToken;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the calls of tools; implemented by the gateway. A run whose call nobody can make ends without being started.
 */
public interface ToolCallRunner {

    /** What became of getting ready. */
    sealed interface Readiness {

        /** What would be called is what was asked for. */
        record Ready() implements Readiness {}

        /** It is another one by now, so the call is cancelled. */
        record Outdated(String code, String message) implements Readiness {}

        /** Nobody can tell, so the call fails; nothing was sent. */
        record Unreachable(String message) implements Readiness {}
    }

    /**
     * How a call ended.
     *
     * @param result what the server answered, free of secrets; null for no answer
     * @param code of the error, null for success
     * @param message what people read
     */
    record Outcome(
            RunStatus status,
            @Nullable Map<String, Object> result,
            @Nullable String code,
            String message,
            List<Run.CallLine> calls) {}

    /** Looks whether the call may be made as it was asked for; it may ask the server. No transaction is open. */
    Readiness prepare(FrozenCall call, CancelToken cancel) throws InterruptedException;

    /** The same as far as the database tells, in the transaction in which the run is claimed. */
    boolean stillBinds(FrozenCall call);

    /** Makes the call. It is asked once for each run, and sends once at the most. */
    Outcome call(FrozenCall call, CancelToken cancel);
}
