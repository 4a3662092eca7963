package io.countersign.sandbox.verify;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * The outermost shape of a class file: every length that it states lies within it. Whoever reads it afterwards allocates
 * what the lengths say, before looking whether it is there.
 */
final class ClassLayout {
    private final ByteBuffer in;
    private final String[] names;

    private ClassLayout(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
        skip(8);
        names = new String[Math.max(1, Short.toUnsignedInt(in.getShort()))];
    }

    /** @throws IllegalArgumentException if a length leads out of the file */
    static void check(byte[] bytes) {
        try {
            ClassLayout layout = new ClassLayout(bytes);
            layout.constants();
            layout.skip(6);
            layout.skip(2L * layout.count());
            layout.members();
            layout.members();
            layout.attributes(0);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("a class file ends too early", e);
        }
    }

    private int count() {
        return Short.toUnsignedInt(in.getShort());
    }

    private void skip(long bytes) {
        if (bytes < 0 || bytes > in.remaining()) {
            throw new IllegalArgumentException("a length leads out of the class file");
        }
        in.position(in.position() + (int) bytes);
    }

    private void constants() {
        for (int i = 1; i < names.length; i++) {
            int tag = in.get();
            switch (tag) {
                case 1 -> names[i] = text();
                case 3, 4, 9, 10, 11, 12, 17, 18 -> skip(4);
                case 5, 6 -> {
                    skip(8);
                    i++;
                }
                case 7, 8, 16, 19, 20 -> skip(2);
                case 15 -> skip(3);
                default -> throw new IllegalArgumentException("an unknown constant");
            }
        }
    }

    /** Only the names of attributes that hold others matter. */
    private String text() {
        int length = count();
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < length; i++) {
            char c = (char) (in.get() & 0xff);
            if (length <= 8) {
                name.append(c);
            }
        }
        return name.toString();
    }

    private void members() {
        for (int i = count(); i > 0; i--) {
            skip(6);
            attributes(1);
        }
    }

    private void attributes(int depth) {
        if (depth > 4) {
            throw new IllegalArgumentException("attributes nest too deep");
        }
        for (int i = count(); i > 0; i--) {
            int name = count();
            long length = Integer.toUnsignedLong(in.getInt());
            int start = in.position();
            skip(length);
            int end = in.position();
            in.position(start);
            inner(name < names.length ? names[name] : null, depth);
            in.position(end);
        }
    }

    private void inner(String name, int depth) {
        if ("Code".equals(name)) {
            skip(4);
            skip(Integer.toUnsignedLong(in.getInt()));
            skip(8L * count());
            attributes(depth + 1);
        } else if ("Record".equals(name)) {
            for (int i = count(); i > 0; i--) {
                skip(4);
                attributes(depth + 1);
            }
        }
    }
}
