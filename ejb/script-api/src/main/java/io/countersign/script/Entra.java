package io.countersign.script;

/**
 * Identity actions in Microsoft Entra. {@code user} is the user principal name or the object id. An answer that is not a
 * success becomes a failed {@link WorkflowResult} that says which; no answer is an {@link HttpException}. Every call counts
 * as an HTTP call.
 */
public interface Entra {

    /** Revokes all refresh tokens and session cookies of the user. */
    WorkflowResult revokeSignInSessions(String user);

    /** Disables the account. */
    WorkflowResult disableAccount(String user);

    /** Enables the account. */
    WorkflowResult enableAccount(String user);

    /** Deletes the registered second factors, so that the user must register again; fails if one could not be deleted. */
    WorkflowResult forceMfaReregistration(String user);
}
