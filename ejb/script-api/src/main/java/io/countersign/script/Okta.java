package io.countersign.script;

/**
 * Identity actions in Okta. {@code user} is the login (an e-mail address) or the Okta id. An answer of Okta that is not a
 * success becomes a failed {@link WorkflowResult} that says which; no answer is an {@link HttpException}. Every call counts
 * as an HTTP call.
 */
public interface Okta {

    /** Ends all sessions of the user. */
    WorkflowResult revokeAllSessions(String user);

    /** Suspends the user. */
    WorkflowResult suspendUser(String user);

    /** Lifts a suspension. */
    WorkflowResult unsuspendUser(String user);

    /** Starts a password reset; Okta mails the user. */
    WorkflowResult resetPassword(String user);

    /** Makes the user choose a new password at the next login. */
    WorkflowResult forcePasswordExpiry(String user);
}
