package io.countersign.script;

/**
 * Accounts in Google Workspace. {@code user} is the primary e-mail address or the id. An answer that is not a success becomes
 * a failed {@link WorkflowResult} that says which; no answer is an {@link HttpException}. Every call counts as two HTTP calls.
 */
public interface GoogleWorkspace {

    /** Suspends the account. */
    WorkflowResult suspendUser(String user);

    /** Lifts a suspension. */
    WorkflowResult restoreUser(String user);

    /** Ends all web and device sessions of the account. */
    WorkflowResult signOutUser(String user);
}
