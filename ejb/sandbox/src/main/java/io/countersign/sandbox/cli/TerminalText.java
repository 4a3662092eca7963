package io.countersign.sandbox.cli;

import java.util.Locale;

/**
 * Text of scripts, case files and services for a terminal: control characters (C0 and C1), directions and other characters
 * that a terminal obeys or does not show are spelled out, so that no output repaints what the command has said.
 */
final class TerminalText {
    /** Continuation lines stand below what they belong to: none of them begins like a line of the command. */
    private static final String NEXT_LINE = "\n       ";

    private TerminalText() {}

    /** As people read it. Tabs stay; a line end goes on indented. */
    static String of(Object value) {
        StringBuilder out = new StringBuilder();
        String.valueOf(value).codePoints().forEach(one -> {
            if (one == '\n') {
                out.append(NEXT_LINE);
            } else if (one != '\t' && isObeyed(one)) {
                out.append(String.format(Locale.ROOT, "\\u%04x", one));
            } else {
                out.appendCodePoint(one);
            }
        });
        return out.toString();
    }

    /** A line of JSON: the same value, with everything that a terminal obeys as an escape of JSON's own. */
    static String json(String line) {
        StringBuilder out = new StringBuilder();
        line.chars().forEach(one -> {
            if (isObeyed(one)) {
                out.append(String.format(Locale.ROOT, "\\u%04x", one));
            } else {
                out.append((char) one);
            }
        });
        return out.toString();
    }

    private static boolean isObeyed(int one) {
        int type = Character.getType(one);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
