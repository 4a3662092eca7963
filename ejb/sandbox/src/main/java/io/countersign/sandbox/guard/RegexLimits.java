package io.countersign.sandbox.guard;

import java.text.Normalizer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What a pattern may be before the JDK compiles it. The JDK compiles and matches by recursion, so a pattern's groups and
 * length are its depth; they are counted here, so that the outcome is the same however large the frames are today.
 */
final class RegexLimits {
    private static final int LONGEST = 131_072;
    private static final int MOST_GROUPS = 10_000;
    /** Canonical equivalence tries the marks of a letter in every order. */
    private static final int LONGEST_CANONICAL = 4_096;

    private static final int MOST_MARKS = 4;

    private RegexLimits() {}

    static Pattern compile(String pattern, int flags) {
        check(pattern, flags);
        try {
            return Pattern.compile(pattern, flags);
        } catch (PatternSyntaxException e) {
            // the JDK turns an overflow into an exception that a script could catch
            if (e.getDescription().startsWith("Stack overflow")) {
                ScriptThread.current().kill("LIMIT_DEPTH", "calls nest too deep for the stack");
            }
            throw e;
        }
    }

    private static void check(String pattern, int flags) {
        Budget budget = ScriptThread.current();
        budget.look();
        boolean canonical = (flags & Pattern.CANON_EQ) != 0;
        int longest = canonical ? LONGEST_CANONICAL : LONGEST;
        if (pattern.length() > longest) {
            budget.kill("LIMIT_DEPTH", "a regular expression is longer than " + longest + " characters");
        }
        if ((flags & Pattern.LITERAL) == 0 && groups(pattern) > MOST_GROUPS) {
            budget.kill("LIMIT_DEPTH", "a regular expression has more than " + MOST_GROUPS + " groups");
        }
        if (canonical && marks(pattern) > MOST_MARKS) {
            budget.kill(
                    "LIMIT_ALLOCATION",
                    "with CANON_EQ a letter of a regular expression may carry " + MOST_MARKS + " marks");
        }
    }

    /** Opening parentheses without a backslash: never fewer than there are groups. */
    static int groups(String pattern) {
        int groups = 0;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            i += c == '\\' ? 1 : 0;
            groups += c == '(' ? 1 : 0;
        }
        return groups;
    }

    private static int marks(String pattern) {
        int most = 0;
        int run = 0;
        String apart = Normalizer.normalize(pattern, Normalizer.Form.NFD);
        for (int i = 0; i < apart.length(); i += Character.charCount(apart.codePointAt(i))) {
            int type = Character.getType(apart.codePointAt(i));
            boolean mark = type == Character.NON_SPACING_MARK
                    || type == Character.COMBINING_SPACING_MARK
                    || type == Character.ENCLOSING_MARK;
            run = mark ? run + 1 : 0;
            most = Math.max(most, run);
        }
        return most;
    }
}
