package io.countersign.sandbox.worker;

/** The logging of a worker, which has nowhere to write: named to the JDK so that no file of settings is read at each start. */
public final class NoLogging {
    /** Leaves all loggers as they are. */
    public NoLogging() {}
}
