package io.countersign.workflows;

import io.countersign.approvals.SubmissionResult;

/** The result of submitting a change of a secret's binding: applied, or waiting for approval. */
public sealed interface SecretChange {

    /** Done at once: it widens nothing, or there is no second admin who could agree. */
    record Done(SecretBinding binding) implements SecretChange {}

    /** It lets the secret go further than before, so it waits for another admin's approval. */
    record Pending(SubmissionResult.Pending request) implements SecretChange {}
}
