package io.countersign.sandbox.secrets;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Secrets that are numbers, and the tokens of a text that write one: with an exponent, a point, groups, a sign, zeros before
 * it or digits of another script. What counts is the row of digits that the token writes out, so a number with fewer than
 * {@value Masker#SHORTEST} digits is never taken for a secret.
 */
final class WrittenNumbers {
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?[0-9]{1,4096}(\\.[0-9]{0,4096})?([eE][+-]?[0-9]{1,4})?");
    private static final int MOST_DIGITS = 10_000;
    /** What JDK formats put between groups of digits, in any locale. */
    private static final String GROUPING = ",.'_ \u00a0\u2009\u202f\u2019\u066c";

    private static final String DECIMAL = ".,\u066b";

    private final List<Search> rows;
    private final int longest;

    /** Takes where a token stands, from its first digit to behind its last. */
    interface Found {
        void at(int from, int to);
    }

    private WrittenNumbers(Collection<String> rows) {
        this.rows = rows.stream().map(Search::of).toList();
        this.longest = rows.stream().mapToInt(String::length).max().orElse(0);
    }

    /** Of those that are numbers. */
    static WrittenNumbers of(Collection<String> secrets) {
        Set<String> rows = new LinkedHashSet<>();
        for (String secret : secrets) {
            BigDecimal number = number(secret);
            if (number != null) {
                rows.add(row(number));
                // a double or float has fewer digits, which are enough to guess the rest
                rows.add(
                        row(new BigDecimal(Double.toString(number.doubleValue()).replace("Infinity", "0"))));
                rows.add(row(new BigDecimal(Float.toString(number.floatValue()).replace("Infinity", "0"))));
                // so many digits are left by %e and by %g
                rows.add(row(number.round(new MathContext(7, RoundingMode.HALF_UP))));
                rows.add(row(number.round(new MathContext(6, RoundingMode.HALF_UP))));
            }
        }
        rows.removeIf(row -> row.length() < Masker.SHORTEST);
        return new WrittenNumbers(rows);
    }

    private static BigDecimal number(String secret) {
        if (!NUMBER.matcher(secret).matches()) {
            return null;
        }
        BigDecimal number = new BigDecimal(secret).abs();
        return Math.abs((long) number.scale()) > MOST_DIGITS ? null : number;
    }

    /** All digits from the first that is not 0 to the last that is written or stands before the point. */
    private static String row(BigDecimal number) {
        String plain = number.abs().toPlainString();
        String whole = plain.contains(".") ? plain.replaceAll("\\.?0*$", "") : plain;
        return whole.replace(".", "").replaceAll("^0+", "");
    }

    /** An integer that somebody may write to another base; null if the secret is none. */
    static BigInteger integer(String secret) {
        BigDecimal number = number(secret);
        boolean whole = number != null && number.stripTrailingZeros().scale() <= 0;
        return whole ? number.toBigInteger() : null;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** All tokens that write one of the numbers. */
    void find(String text, Found found) {
        int at = 0;
        while (at < text.length()) {
            int one = text.codePointAt(at);
            if (Character.digit(one, 10) < 0) {
                at += Character.charCount(one);
            } else {
                Token token = new Token(text, at);
                if (token.writes()) {
                    found.at(at, token.end);
                }
                at = token.end;
            }
        }
    }

    /** Digits, groups of digits, a fraction, an exponent. */
    private final class Token {
        private final String text;
        private final StringBuilder digits = new StringBuilder();
        private int end;

        Token(String text, int from) {
            this.text = text;
            this.end = from;
            int first = digits(Integer.MAX_VALUE);
            while (first <= 3 && group()) {
                continue;
            }
            int fraction = fraction();
            pad(exponent() - fraction);
        }

        private int digits(int most) {
            int count = 0;
            while (end < text.length() && count < most) {
                int one = text.codePointAt(end);
                int digit = Character.digit(one, 10);
                if (digit < 0) {
                    break;
                }
                if (digit > 0 || !digits.isEmpty()) {
                    digits.append((char) ('0' + digit));
                }
                end += Character.charCount(one);
                count++;
            }
            return count;
        }

        /** A separator and two or three digits, no more: else it separates two numbers. */
        private boolean group() {
            if (end >= text.length() || GROUPING.indexOf(text.charAt(end)) < 0) {
                return false;
            }
            int before = end;
            int length = digits.length();
            end++;
            int count = digits(4);
            if (count == 3 || count == 2 && text.charAt(before) == ',') {
                return true;
            }
            end = before;
            digits.setLength(length);
            return false;
        }

        private int fraction() {
            if (end + 1 >= text.length()
                    || DECIMAL.indexOf(text.charAt(end)) < 0
                    || Character.digit(text.codePointAt(end + 1), 10) < 0) {
                return 0;
            }
            end++;
            return digits(Integer.MAX_VALUE);
        }

        private int exponent() {
            int at = end;
            if (at >= text.length() || Character.toLowerCase(text.charAt(at)) != 'e') {
                return 0;
            }
            at++;
            boolean negative = at < text.length() && text.charAt(at) == '-';
            at += negative || at < text.length() && text.charAt(at) == '+' ? 1 : 0;
            int value = 0;
            int from = at;
            while (at < text.length() && at - from < 6 && Character.digit(text.charAt(at), 10) >= 0) {
                value = value * 10 + Character.digit(text.charAt(at), 10);
                at++;
            }
            if (at > from) {
                end = at;
            }
            return at == from ? 0 : negative ? -value : value;
        }

        private void pad(int zeros) {
            if (!digits.isEmpty()) {
                digits.append("0".repeat(Math.max(0, Math.min(zeros, longest))));
            }
        }

        boolean writes() {
            return rows.stream().anyMatch(row -> row.isIn(digits));
        }
    }
}
