package io.countersign.sandbox.source;

import io.countersign.sandbox.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Characters that a reader does not see, or takes for a plain blank or line end: refused wherever they stand, in code,
 * comments and literals. As escapes in a literal they deceive nobody.
 */
public final class HiddenCharacters {
    private static final int MOST_FINDINGS = 100;
    /** Characters that turn the direction of what follows: a reader sees another order than the compiler reads. */
    private static final String TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

    private HiddenCharacters() {}

    /**
     * Whether it shows nothing of its own: what Unicode calls default-ignorable, controls, separators and blanks other than
     * the plain blank, tab and line feed, and what has no shape assigned. The pages on which people read code mark the same
     * ones.
     */
    public static boolean isHidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\n' && character != '\t';
            case Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            case Character.SPACE_SEPARATOR -> character != ' ';
            default -> isShapeless(character);
        };
    }

    /** Letters and marks that Unicode lets nobody draw: joiners, fillers, variation selectors. */
    private static boolean isShapeless(int character) {
        return switch (character) {
            case 0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x2800, 0x3164, 0xffa0 -> true;
            default ->
                character >= 0x180b && character <= 0x180f
                        || character >= 0xfe00 && character <= 0xfe0f
                        || character >= 0xe0100 && character <= 0xe01ef;
        };
    }

    /** The first of each line, with the way to write it. A byte order mark at the very start is the file's, not the text's. */
    static List<Finding> check(String text) {
        List<Finding> findings = new ArrayList<>();
        int line = 1;
        int lineStart = 0;
        int found = 0;
        for (int at = text.startsWith("\ufeff") ? 1 : 0; at < text.length() && findings.size() < MOST_FINDINGS; ) {
            int one = text.codePointAt(at);
            boolean lineEnd = one == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
            if (one == '\n') {
                line++;
                lineStart = at + 1;
            } else if (found != line && !lineEnd && isHidden(one)) {
                found = line;
                findings.add(finding(line, at - lineStart + 1, one));
            }
            at += Character.charCount(one);
        }
        return findings;
    }

    private static Finding finding(int line, int column, int character) {
        StringBuilder escape = new StringBuilder();
        for (char half : Character.toChars(character)) {
            escape.append(String.format(Locale.ROOT, "\\u%04x", (int) half));
        }
        String name = String.format(Locale.ROOT, "U+%04X", character);
        String instead = character == '\r'
                ? "end lines with a line feed"
                : "write " + escape + " in a string or character literal, or leave it out";
        return TURNING.indexOf(character) >= 0
                ? new Finding(
                        line,
                        column,
                        "TURNING_CHARACTER",
                        name + " turns the direction of writing and hides what the code says; " + instead)
                : new Finding(line, column, "HIDDEN_CHARACTER", name + " cannot be seen by a reader; " + instead);
    }
}
