package io.countersign.sandbox.run;

import io.countersign.script.Log;
import java.util.Map;

/** The run's log under its budget. */
final class ScriptLog implements Log {
    private static final int PER_LINE = 32;

    private final Link link;
    private long bytes;

    ScriptLog(Link link) {
        this.link = link;
    }

    private void line(String level, String message, Map<String, ?> fields) {
        int most = link.budget.limits().logBytes();
        PlainCopy copy = new PlainCopy(most - bytes, this::full);
        copy.text(String.valueOf(message));
        Map<String, Object> plain;
        try {
            plain = fields == null ? Map.of() : copy.map(fields, "fields");
        } catch (NotPlain e) {
            throw new IllegalArgumentException("log " + e.getMessage());
        }
        bytes += copy.bytes() + PER_LINE;
        if (bytes > most) {
            full();
        }
        link.log(level, String.valueOf(message), plain);
    }

    private void full() {
        link.budget.kill(
                "LIMIT_LOG", "the log is longer than " + link.budget.limits().logBytes() + " bytes");
    }

    @Override
    public void debug(String message) {
        line("debug", message, null);
    }

    @Override
    public void debug(String message, Map<String, ?> fields) {
        line("debug", message, fields);
    }

    @Override
    public void info(String message) {
        line("info", message, null);
    }

    @Override
    public void info(String message, Map<String, ?> fields) {
        line("info", message, fields);
    }

    @Override
    public void warn(String message) {
        line("warn", message, null);
    }

    @Override
    public void warn(String message, Map<String, ?> fields) {
        line("warn", message, fields);
    }

    @Override
    public void error(String message) {
        line("error", message, null);
    }

    @Override
    public void error(String message, Map<String, ?> fields) {
        line("error", message, fields);
    }
}
