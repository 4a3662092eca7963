package io.countersign.sandbox.worker;

/** What a frame is; the first byte of it. */
enum FrameType {
    /** host: compile this source. */
    COMPILE,
    /** worker: findings, or class files. */
    COMPILED,
    /** host: say what this source and its class files reach. */
    OUTLINE,
    /** worker: requests, secrets, integrations. */
    OUTLINED,
    /** host: run this script with this input. */
    RUN,
    /** worker: I do not know that script. */
    NEED,
    /** host: here are its class files. */
    CLASSES,
    /** worker: a line of the log. */
    LOG,
    /** worker: mask this value from now on. */
    HIDE,
    /** worker: send this request. */
    HTTP,
    /** worker: perform this operation. */
    INTEGRATION,
    /** host: the answer to a request. */
    REPLY,
    /** host: the answer of an integration. */
    PERFORMED,
    /** host: no answer came. */
    FAILURE,
    /** host: the run is over. */
    ENDED,
    /** worker: how the run ended. */
    DONE,
    /** worker: ready. */
    READY;

    private static final FrameType[] ALL = values();

    static FrameType of(int code) throws WireException {
        if (code < 0 || code >= ALL.length) {
            throw new WireException("unknown frame " + code);
        }
        return ALL[code];
    }
}
