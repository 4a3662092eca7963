package io.countersign.sandbox.outline;

/**
 * A place in the class files that reaches outside: {@code post} of Http, {@code require} of Secrets, and the like.
 *
 * @param member the method called; of an integration, its name and the operation: {@code okta.suspendUser}
 */
record Site(Reach reach, String member, int line) {

    /** What it reaches. */
    enum Reach {
        HTTP,
        SECRETS,
        INTEGRATION
    }
}
