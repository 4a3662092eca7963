package io.countersign.workflows;

import io.countersign.approvals.SubmissionResult;

/** What became of a wish to change or remove the binding of a secret. */
public sealed interface SecretChange {

    /** Done at once: it widens nothing, or there is no second admin who could agree. */
    record Done(SecretBinding binding) implements SecretChange {}

    /** It lets the secret go further than before, so it waits for another admin's approval. */
    record Pending(SubmissionResult.Pending request) implements SecretChange {}
}
