package io.countersign.sandbox.source;

import io.countersign.sandbox.Finding;
import io.countersign.sandbox.Sandbox;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What is refused before the compiler sees the text, because it would hurt the compiler or deceive a reader. */
final class TextRules {
    static final int MAX_BYTES = Sandbox.MAX_SOURCE_BYTES;
    private static final int MAX_NESTING = 200;
    private static final int MAX_LINE_TOKENS = 3_000;

    private final String text;
    private final List<Finding> findings = new ArrayList<>();
    private int line = 1;
    private int lineStart;
    private int depth;
    private int operators;

    private TextRules(String text) {
        this.text = text;
    }

    static List<Finding> check(String text) {
        if (text.length() > MAX_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return List.of(new Finding(
                    1,
                    1,
                    "SOURCE_TOO_LARGE",
                    "the source is larger than 256 KiB; split the work into several workflows"));
        }
        if (text.isBlank()) {
            return List.of(new Finding(
                    1,
                    1,
                    "MAIN_CLASS",
                    "the source is empty; a script needs one public class that implements Workflow"));
        }
        TextRules rules = new TextRules(text);
        rules.scan();
        return rules.findings;
    }

    private void scan() {
        int i = 0;
        findings.addAll(HiddenCharacters.check(text));
        while (i < text.length() && findings.size() < 100) {
            char c = text.charAt(i);
            if (text.startsWith("//", i)) {
                i = skipComment(i, endOfLine(i));
            } else if (text.startsWith("/*", i)) {
                int end = text.indexOf("*/", i + 2);
                i = skipComment(i, end < 0 ? text.length() : end + 2);
            } else if (text.startsWith("\"\"\"", i)) {
                i = skipLiteral(i + 3, "\"\"\"");
            } else if (c == '"' || c == '\'') {
                i = skipLiteral(i + 1, String.valueOf(c));
            } else {
                code(i, c);
                i++;
            }
        }
    }

    private void code(int at, char c) {
        switch (c) {
            case '\n' -> newLine(at);
            case '(', '[', '{' -> {
                if (++depth == MAX_NESTING) {
                    add(
                            at,
                            "NESTED_TOO_DEEP",
                            "brackets nest deeper than " + MAX_NESTING + "; use variables or methods for the parts");
                }
            }
            case ')', ']', '}', ';', ',' -> {
                depth -= c == ';' || c == ',' ? 0 : 1;
                operators = c == ',' ? operators : 0;
            }
            case '\\' -> escape(at);
            case '+', '-', '*', '/', '.', '?', '&', '|', '<', '!', '~', '=' -> {
                if (++operators == MAX_LINE_TOKENS) {
                    add(
                            at,
                            "EXPRESSION_TOO_LONG",
                            "one statement has more than " + MAX_LINE_TOKENS
                                    + " operators; use a loop or a StringBuilder");
                }
            }
            default -> {}
        }
    }

    private void escape(int at) {
        if (at + 1 < text.length() && text.charAt(at + 1) == 'u') {
            add(
                    at,
                    "UNICODE_ESCAPE",
                    "\\u escapes are for string and character literals only; write the character itself");
        }
    }

    private int skipComment(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                newLine(i);
            } else if (c == '\\' && oddBackslash(i)) {
                escape(i);
            }
        }
        return to;
    }

    private int skipLiteral(int from, String end) {
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (text.startsWith(end, i)) {
                return i + end.length();
            }
            if (c == '\n') {
                if (end.length() == 1) {
                    return i;
                }
                newLine(i);
            }
            if (c == '\\') {
                hiddenDelimiter(i);
                i++;
            }
            i++;
        }
        return i;
    }

    /** A \\u escape that the compiler would read as the literal's end, a line end or a backslash. */
    private void hiddenDelimiter(int at) {
        int i = at + 1;
        while (i < text.length() && text.charAt(i) == 'u') {
            i++;
        }
        if (i > at + 1 && i + 4 <= text.length()) {
            String hex = text.substring(i, i + 4).toLowerCase(java.util.Locale.ROOT);
            if (List.of("0022", "0027", "005c", "000a", "000d").contains(hex)) {
                add(
                        at,
                        "UNICODE_ESCAPE",
                        "\\u" + hex + " acts as the character itself here; write \\\", \\', \\\\, \\n or \\r");
            }
        }
    }

    private boolean oddBackslash(int at) {
        int before = 0;
        while (at - before - 1 >= 0 && text.charAt(at - before - 1) == '\\') {
            before++;
        }
        return before % 2 == 0;
    }

    private int endOfLine(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private void newLine(int at) {
        line++;
        lineStart = at + 1;
    }

    private void add(int at, String code, String message) {
        findings.add(new Finding(line, at - lineStart + 1, code, message));
    }
}
