package io.countersign.sandbox.cli;

import java.io.Console;
import java.util.List;

/** Colours where they can be seen. */
record Colors(boolean on) {

    static Colors fitting(List<String> options) {
        boolean plain =
                options.contains("--no-color") || System.getenv("NO_COLOR") != null || options.contains("--json");
        return new Colors(!plain && onTerminal());
    }

    /** Newer JDKs have a console even where nobody watches, and say so by a method that older ones lack. */
    private static boolean onTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    String red(String text) {
        return paint("31", text);
    }

    String green(String text) {
        return paint("32", text);
    }

    String dim(String text) {
        return paint("2", text);
    }

    private String paint(String code, String text) {
        return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
