package io.countersign.kernel;

import java.util.Optional;

/** The text of a value within a JSON text, character for character as it was sent. For texts that {@link StrictJson} has read. */
public final class JsonText {

    private final String text;
    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    /** The value of the member of that path of names; empty when there is none. */
    public static Optional<String> member(String json, String... path) {
        String value = json;
        for (String name : path) {
            Optional<String> inner = new JsonText(value).memberNamed(name);
            if (inner.isEmpty()) {
                return inner;
            }
            value = inner.get();
        }
        return Optional.of(value);
    }

    private Optional<String> memberNamed(String wanted) {
        blanks();
        if (next() != '{') {
            return Optional.empty();
        }
        at++;
        blanks();
        while (next() == '"') {
            String name = string();
            blanks();
            at++; // the colon
            blanks();
            int from = at;
            value();
            if (name.equals(wanted)) {
                return Optional.of(text.substring(from, at));
            }
            blanks();
            if (next() == ',') {
                at++;
                blanks();
            }
        }
        return Optional.empty();
    }

    private void value() {
        switch (next()) {
            case '"' -> string();
            case '{', '[' -> nested();
            default -> {
                while (at < text.length() && ",}] \t\r\n".indexOf(text.charAt(at)) < 0) {
                    at++;
                }
            }
        }
    }

    private void nested() {
        int depth = 0;
        do {
            char c = next();
            if (c == '"') {
                string();
                continue;
            }
            if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            }
            at++;
        } while (depth > 0 && at < text.length());
    }

    /** Moves behind a string; answers what it says. */
    private String string() {
        StringBuilder said = new StringBuilder();
        at++;
        while (at < text.length() && next() != '"') {
            char c = text.charAt(at++);
            said.append(c == '\\' ? escaped() : c);
        }
        at++;
        return said.toString();
    }

    private char escaped() {
        char c = next();
        at++;
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(text, at - 4, at, 16);
            }
            default -> c;
        };
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char next() {
        return at < text.length() ? text.charAt(at) : '\0';
    }
}
