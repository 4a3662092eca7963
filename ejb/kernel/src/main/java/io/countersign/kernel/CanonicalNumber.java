package io.countersign.kernel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** The one spelling of a number: ECMAScript's where a double holds it, all its digits otherwise. */
final class CanonicalNumber {

    private static final long EXACT_IN_DOUBLE = 1L << 53;

    private static final int MOST_DECIMALS = 64;

    private CanonicalNumber() {}

    static String of(Number number) {
        if (number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte) {
            long value = number.longValue();
            if (-EXACT_IN_DOUBLE <= value && value <= EXACT_IN_DOUBLE) {
                return Long.toString(value);
            }
        }
        if (number instanceof Double || number instanceof Float) {
            return ofDouble(number instanceof Float ? Double.parseDouble(number.toString()) : number.doubleValue());
        }
        return ofExact(exact(number));
    }

    private static BigDecimal exact(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        return new BigDecimal(number.toString());
    }

    private static String ofExact(BigDecimal exact) {
        double nearest = exact.doubleValue();
        if (Double.isFinite(nearest)) {
            String spelling = ofDouble(nearest);
            if (new BigDecimal(spelling).compareTo(exact) == 0) {
                return spelling;
            }
        }
        // normalised, so that 1.10 and 1.1 stay one value
        BigDecimal stripped = exact.stripTrailingZeros();
        if (0 <= stripped.scale() && stripped.scale() <= MOST_DECIMALS) {
            return stripped.toPlainString();
        }
        return stripped.unscaledValue() + "e" + -(long) stripped.scale();
    }

    private static String ofDouble(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("not a JSON number: " + value);
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal shortest = shortest(value);
        String digits = shortest.unscaledValue().abs().toString();
        int point = digits.length() - shortest.scale();
        return (value < 0 ? "-" : "") + ecmaScript(digits, point);
    }

    /** The fewest digits that still read back as the value; computed here because JDKs before 19 print some doubles longer. */
    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < 17; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(17, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }

    /** ECMA-262 Number::toString, with the decimal point after {@code point} digits. */
    private static String ecmaScript(String digits, int point) {
        int count = digits.length();
        if (count <= point && point <= 21) {
            return digits + "0".repeat(point - count);
        }
        if (0 < point && point <= 21) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (-6 < point && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        String mantissa = count == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return mantissa + (point > 0 ? "e+" : "e-") + Math.abs(point - 1);
    }
}
