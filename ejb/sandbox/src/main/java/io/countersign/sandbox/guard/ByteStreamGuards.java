package io.countersign.sandbox.guard;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;

/** Guards of what writes in memory: what is made large at once is measured first. */
public final class ByteStreamGuards {
    private ByteStreamGuards() {}

    public static ByteArrayOutputStream byteArrayOutputStream(int size) {
        ScriptThread.current().large(Math.max(0, size));
        return new ByteArrayOutputStream(size);
    }

    public static StringWriter stringWriter(int size) {
        ScriptThread.current().large(Math.max(0, 2L * size));
        return new StringWriter(size);
    }

    public static PrintWriter format(PrintWriter out, String format, Object... arguments) {
        return out.append(StringGuards.format(format, arguments));
    }

    public static PrintWriter format(PrintWriter out, Locale locale, String format, Object... arguments) {
        return out.append(StringGuards.format(locale, format, arguments));
    }
}
