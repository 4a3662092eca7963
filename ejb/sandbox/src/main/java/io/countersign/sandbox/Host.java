package io.countersign.sandbox;

import java.util.Map;

/**
 * What a run may reach outside the sandbox. Called on the thread that called {@link Sandbox#run}, one call at a time; that
 * thread is interrupted when the run ends early.
 */
public interface Host {

    /**
     * Makes one try of a request: checks it ({@code sandbox.http}), sends it, reads the answer. Retries are the sandbox's.
     *
     * @throws HttpFailure if it is refused or no answer came
     * @throws InterruptedException if the run ended meanwhile
     */
    HttpReply http(HttpCall call) throws HttpFailure, InterruptedException;

    /** Takes a line of the log, secrets masked. */
    void log(LogLine line);

    /** Takes the record of a try, secrets masked, right after it. */
    void called(HttpRecord record);

    /**
     * Performs an operation of an integration, such as {@code okta}, {@code suspendUser}, {@code {user: …}}.
     *
     * @throws HttpFailure if no answer came
     * @throws InterruptedException if the run ended meanwhile
     */
    IntegrationReply integration(String name, String operation, Map<String, Object> args)
            throws HttpFailure, InterruptedException;
}
