package io.countersign.gateway;

import io.countersign.approvals.SubmissionResult;

/**
 * The result of submitting a change of a server: applied, or waiting for approval.
 *
 * @param <T> what is changed
 */
public sealed interface ServerChange<T> {

    /** Done at once: there is no second administrator who could agree, or it widens nothing. */
    record Done<T>(T now) implements ServerChange<T> {}

    /** Waits for another administrator's approval. */
    record Waiting<T>(SubmissionResult.Pending request) implements ServerChange<T> {}
}
