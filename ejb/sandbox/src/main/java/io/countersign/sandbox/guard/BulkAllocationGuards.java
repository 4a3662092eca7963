package io.countersign.sandbox.guard;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Guards of arrays and lists that are made in one call. */
public final class BulkAllocationGuards {
    private BulkAllocationGuards() {}

    private static void measure(long elements, int elementBytes) {
        if (elements > 0) {
            ScriptThread.current().large(elements * elementBytes);
        }
    }

    public static ByteBuffer byteBuffer(int bytes) {
        measure(bytes, 1);
        return ByteBuffer.allocate(bytes);
    }

    public static AtomicIntegerArray atomicIntegers(int length) {
        measure(length, 4);
        return new AtomicIntegerArray(length);
    }

    public static <T> AtomicReferenceArray<T> atomicReferences(int length) {
        measure(length, 4);
        return new AtomicReferenceArray<>(length);
    }

    public static AtomicLongArray atomicLongs(int length) {
        measure(length, 8);
        return new AtomicLongArray(length);
    }

    public static <T> List<T> nCopies(int count, T value) {
        measure(count / 8L, 1);
        return Collections.nCopies(count, value);
    }

    public static Object[] copyOf(Object[] from, int length) {
        measure(length, 4);
        return Arrays.copyOf(from, length);
    }

    public static Object[] copyOfRange(Object[] from, int start, int end) {
        measure((long) end - start, 4);
        return Arrays.copyOfRange(from, start, end);
    }

    public static byte[] copyOf(byte[] from, int length) {
        measure(length, 1);
        return Arrays.copyOf(from, length);
    }

    public static byte[] copyOfRange(byte[] from, int start, int end) {
        measure((long) end - start, 1);
        return Arrays.copyOfRange(from, start, end);
    }

    public static short[] copyOf(short[] from, int length) {
        measure(length, 2);
        return Arrays.copyOf(from, length);
    }

    public static short[] copyOfRange(short[] from, int start, int end) {
        measure((long) end - start, 2);
        return Arrays.copyOfRange(from, start, end);
    }

    public static int[] copyOf(int[] from, int length) {
        measure(length, 4);
        return Arrays.copyOf(from, length);
    }

    public static int[] copyOfRange(int[] from, int start, int end) {
        measure((long) end - start, 4);
        return Arrays.copyOfRange(from, start, end);
    }

    public static long[] copyOf(long[] from, int length) {
        measure(length, 8);
        return Arrays.copyOf(from, length);
    }

    public static long[] copyOfRange(long[] from, int start, int end) {
        measure((long) end - start, 8);
        return Arrays.copyOfRange(from, start, end);
    }

    public static char[] copyOf(char[] from, int length) {
        measure(length, 2);
        return Arrays.copyOf(from, length);
    }

    public static char[] copyOfRange(char[] from, int start, int end) {
        measure((long) end - start, 2);
        return Arrays.copyOfRange(from, start, end);
    }

    public static float[] copyOf(float[] from, int length) {
        measure(length, 4);
        return Arrays.copyOf(from, length);
    }

    public static float[] copyOfRange(float[] from, int start, int end) {
        measure((long) end - start, 4);
        return Arrays.copyOfRange(from, start, end);
    }

    public static double[] copyOf(double[] from, int length) {
        measure(length, 8);
        return Arrays.copyOf(from, length);
    }

    public static double[] copyOfRange(double[] from, int start, int end) {
        measure((long) end - start, 8);
        return Arrays.copyOfRange(from, start, end);
    }

    public static boolean[] copyOf(boolean[] from, int length) {
        measure(length, 1);
        return Arrays.copyOf(from, length);
    }

    public static boolean[] copyOfRange(boolean[] from, int start, int end) {
        measure((long) end - start, 1);
        return Arrays.copyOfRange(from, start, end);
    }
}
