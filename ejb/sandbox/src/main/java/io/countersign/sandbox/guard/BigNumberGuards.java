package io.countersign.sandbox.guard;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** Guards of exact numbers: digits are counted before they are made. */
public final class BigNumberGuards {
    private static final long MOST_BITS = 4_000_000;

    private BigNumberGuards() {}

    private static void bits(long bits) {
        ScriptThread.current().large(bits < 0 || bits > MOST_BITS ? Long.MAX_VALUE / 4 : bits / 8);
    }

    private static void digits(BigDecimal number, long scale) {
        bits(4 * (number.precision() + Math.abs(scale)));
    }

    public static BigInteger pow(BigInteger base, int exponent) {
        bits(exponent < 0 || base.bitLength() <= 1 ? 0 : (long) base.bitLength() * exponent);
        return base.pow(exponent);
    }

    public static BigInteger shiftLeft(BigInteger number, int places) {
        bits(number.bitLength() + (long) Math.max(0, places));
        return number.shiftLeft(places);
    }

    public static BigInteger multiply(BigInteger a, BigInteger b) {
        bits((long) a.bitLength() + b.bitLength());
        return a.multiply(b);
    }

    public static BigDecimal pow(BigDecimal base, int exponent) {
        bits(4L * base.precision() * Math.max(0, exponent));
        return base.pow(exponent);
    }

    public static BigDecimal pow(BigDecimal base, int exponent, MathContext context) {
        if (context.getPrecision() == 0) {
            bits(4L * base.precision() * Math.abs((long) exponent));
        }
        return base.pow(exponent, context);
    }

    public static BigInteger toBigInteger(BigDecimal number) {
        digits(number, number.scale());
        return number.toBigInteger();
    }

    public static BigInteger toBigIntegerExact(BigDecimal number) {
        digits(number, number.scale());
        return number.toBigIntegerExact();
    }

    public static String toPlainString(BigDecimal number) {
        digits(number, number.scale());
        return number.toPlainString();
    }

    public static BigDecimal setScale(BigDecimal number, int scale) {
        digits(number, (long) scale - number.scale());
        return number.setScale(scale);
    }

    public static BigDecimal setScale(BigDecimal number, int scale, int rounding) {
        digits(number, (long) scale - number.scale());
        return number.setScale(scale, RoundingMode.valueOf(rounding));
    }

    public static BigDecimal setScale(BigDecimal number, int scale, RoundingMode rounding) {
        digits(number, (long) scale - number.scale());
        return number.setScale(scale, rounding);
    }
}
