package io.countersign.script;

import java.util.Map;

/** The run's log, kept with the run. Secret values show as {@code ***}. Too much of it ends the run ({@code LIMIT_LOG}). */
public interface Log {

    /** A line of level debug. */
    void debug(String message);

    /** A line of level debug with fields, which must be plain data. */
    void debug(String message, Map<String, ?> fields);

    /** A line of level info. */
    void info(String message);

    /** A line of level info with fields, which must be plain data. */
    void info(String message, Map<String, ?> fields);

    /** A line of level warn. */
    void warn(String message);

    /** A line of level warn with fields, which must be plain data. */
    void warn(String message, Map<String, ?> fields);

    /** A line of level error. */
    void error(String message);

    /** A line of level error with fields, which must be plain data. */
    void error(String message, Map<String, ?> fields);
}
