package io.countersign.script;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Everything that a run may use. Given to {@link Workflow#run}; useless after the run. */
public interface WorkflowContext {

    /** What the run acts on. */
    Indicator indicator();

    /** The alert that led to the run, as JSON-like maps, lists, strings, numbers and booleans; empty when there is none. */
    Optional<Map<String, Object>> alert();

    /** The parameters of the run; never null, unmodifiable. Numbers arrive as {@link Number}, arrays as lists, objects as maps. */
    Map<String, Object> parameters();

    /** The guarded HTTP client: the only way to the outside. */
    Http http();

    /** The run's log. */
    Log log();

    /** The secrets that the workflow was granted. */
    Secrets secrets();

    /** Ready-made clients of identity providers, where configured. */
    Integrations integrations();

    /** The present time, in UTC. */
    Clock clock();

    /** The id of this run. */
    String runId();

    /**
     * Waits; the time counts against the run's wall-time limit.
     *
     * @param duration at most 60 seconds a call, not negative
     * @throws IllegalArgumentException if it is negative or longer than 60 seconds
     */
    void pause(Duration duration);
}
