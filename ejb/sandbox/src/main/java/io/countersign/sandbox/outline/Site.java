package io.countersign.sandbox.outline;

/** A place in the class files that reaches outside: {@code post} of Http, {@code require} of Secrets, and the like. */
record Site(Reach reach, String member, int line) {

    /** What it reaches. */
    enum Reach {
        HTTP,
        SECRETS,
        OKTA,
        ENTRA
    }
}
