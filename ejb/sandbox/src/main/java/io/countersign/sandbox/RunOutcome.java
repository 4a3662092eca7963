package io.countersign.sandbox;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a run ended: set by the sandbox from what happened, never by the script's words. Secrets are masked throughout. */
public sealed interface RunOutcome {

    /** What the run used. */
    Spent spent();

    /**
     * Resources used, as far as they are known.
     *
     * @param millis wall time of the run
     * @param steps checkpoints passed
     * @param allocatedBytes bytes allocated by the script
     */
    record Spent(long millis, long steps, long allocatedBytes) {
        /** Nothing ran. */
        public static final Spent NOTHING = new Spent(0, 0, 0);
    }

    /** The script returned ok. */
    record Succeeded(String message, Map<String, Object> data, Spent spent) implements RunOutcome {}

    /**
     * The script returned fail, threw, or returned what is not JSON.
     *
     * @param code null if the script returned fail; else SCRIPT_EXCEPTION, RESULT_NOT_JSON or HTTP_NOT_MOCKED
     * @param line the script's line, 0 if unknown
     */
    record Failed(@Nullable String code, String message, Map<String, Object> data, int line, Spent spent)
            implements RunOutcome {}

    /**
     * The wall time was over.
     *
     * @param line the script's line at that moment, 0 if unknown
     */
    record TimedOut(long limitMillis, int line, Spent spent) implements RunOutcome {

        /** Nobody knows where the script was. */
        public TimedOut(long limitMillis, Spent spent) {
            this(limitMillis, 0, spent);
        }

        /** One sentence, with the line if it is known. */
        public String message() {
            return "the run took longer than " + limitMillis + " ms" + (line > 0 ? "; it was in line " + line : "");
        }
    }

    /**
     * A budget was over.
     *
     * @param code LIMIT_STEPS, LIMIT_ALLOCATION, LIMIT_DEPTH, LIMIT_LOG, LIMIT_HTTP_CALLS, LIMIT_RESPONSE, LIMIT_RESULT
     * @param line the script's line, 0 if unknown
     */
    record LimitExceeded(String code, String message, int line, Spent spent) implements RunOutcome {}

    /** The save-time check refuses the source; nothing ran. */
    record Rejected(List<Finding> findings) implements RunOutcome {
        @Override
        public Spent spent() {
            return Spent.NOTHING;
        }
    }

    /** Its {@link CancelToken} was cancelled. */
    record Cancelled(Spent spent) implements RunOutcome {}

    /** Our fault, or the worker was lost; the script may have acted. */
    record Errored(String message, Spent spent) implements RunOutcome {}
}
