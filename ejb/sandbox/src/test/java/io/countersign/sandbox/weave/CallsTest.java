package io.countersign.sandbox.weave;

import static io.countersign.sandbox.weave.MethodWeaver.Nesting.DEEP;
import static io.countersign.sandbox.weave.MethodWeaver.Nesting.FLAT;
import static io.countersign.sandbox.weave.MethodWeaver.Nesting.TRIVIAL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.countersign.sandbox.verify.ScriptTypes;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/** What a method counts at its entry: nothing only if nobody but the script calls it, no depth only if it cannot nest. */
class CallsTest {
    record Point(int x, int y) {}

    record Handed(int given) {}

    record Sorted(int key) implements Comparable<Sorted> {
        @Override
        public int compareTo(Sorted other) {
            return Integer.compare(key, other.key);
        }
    }

    static class Open {
        int value() {
            return 1;
        }
    }

    static final class Supplier extends Open implements IntSupplier {
        @Override
        public int getAsInt() {
            return 2;
        }
    }

    interface Shape {
        int area();
    }

    static final class Initialised {
        static final int X = Integer.parseInt("1");
    }

    static final class Wide {
        int wide() {
            long a = 1,
                    b = 2,
                    c = 3,
                    d = 4,
                    e = 5,
                    f = 6,
                    g = 7,
                    h = 8,
                    i = 9,
                    j = 10,
                    k = 11,
                    l = 12,
                    m = 13,
                    n = 14,
                    o = 15;
            return 1;
        }
    }

    static final class Code {
        static int initialises() {
            return new int[Initialised.X].length;
        }

        static Object makes() {
            return new Initialised();
        }

        static final ToIntFunction<Handed> GIVEN = Handed::given;

        static int distance(Point a, Point b) {
            return Math.abs(a.x() - b.x()) + Math.abs(a.y() - b.y());
        }

        static int twice(Point a) {
            return distance(a, a) + distance(a, a);
        }

        static int down(int n) {
            return n == 0 ? 0 : down(n - 1);
        }

        static int ping(int n) {
            return n == 0 ? 0 : pong(n - 1);
        }

        static int pong(int n) {
            return ping(n);
        }

        static int shape(Shape shape) {
            return shape.area();
        }

        static String name(Point point) {
            return "at " + point;
        }

        static String text(int n, String s) {
            return n + s + s.trim().length();
        }

        static int[] array(int n) {
            return new int[n];
        }

        static int loop(int n) {
            int sum = 0;
            for (int i = 0; i < n; i++) {
                sum += i;
            }
            return sum;
        }
    }

    @Test
    void anAccessorCountsNothing() throws IOException {
        assertEquals(TRIVIAL, of(Point.class, "x()I"));
        assertEquals(TRIVIAL, of(Point.class, "<init>(II)V"));
    }

    @Test
    void whatTheJdkMayCallCounts() throws IOException {
        assertEquals(FLAT, of(Handed.class, "given()I"), "handed to it");
        assertEquals(FLAT, of(Sorted.class, "key()I"), "a type of the JDK's");
        assertEquals(FLAT, of(Supplier.class, "getAsInt()I"), "a type of the JDK's");
        assertEquals(FLAT, of(Open.class, "value()I"), "a subclass may be of a type of the JDK's");
        assertEquals(DEEP, of(Point.class, "toString()Ljava/lang/String;"), "every object has it");
    }

    @Test
    void whatAllocatesOrLoopsCounts() throws IOException {
        assertEquals(FLAT, of(Code.class, "array(I)[I"));
        assertEquals(FLAT, of(Code.class, "loop(I)I"));
    }

    @Test
    void onlyWhatCannotNestCountsNoDepth() throws IOException {
        assertEquals(FLAT, of(Code.class, method("distance", "Point", "Point")));
        assertEquals(FLAT, of(Code.class, method("twice", "Point")));
        assertEquals(FLAT, of(Code.class, "text(ILjava/lang/String;)Ljava/lang/String;"));
        assertEquals(DEEP, of(Code.class, "down(I)I"));
        assertEquals(DEEP, of(Code.class, "ping(I)I"));
        assertEquals(DEEP, of(Code.class, "pong(I)I"));
        assertEquals(DEEP, of(Code.class, method("shape", "Shape")), "whose area is not known");
        assertEquals(DEEP, of(Code.class, method("name", "Point").replace(")I", ")Ljava/lang/String;")), "toString");
    }

    @Test
    void initialisersOfClassesNestWithoutACall() throws IOException {
        assertEquals(DEEP, of(Initialised.class, "<clinit>()V"));
        assertEquals(DEEP, of(Code.class, "initialises()I"));
        assertEquals(DEEP, of(Code.class, "makes()Ljava/lang/Object;"));
    }

    @Test
    void aLargeFrameCounts() throws IOException {
        assertEquals(FLAT, of(Wide.class, "wide()I"));
    }

    private static String method(String name, String... arguments) {
        StringBuilder descriptor = new StringBuilder(name).append('(');
        for (String argument : arguments) {
            descriptor
                    .append("Lio/countersign/sandbox/weave/CallsTest$")
                    .append(argument)
                    .append(';');
        }
        return descriptor.append(")I").toString();
    }

    private static MethodWeaver.Nesting of(Class<?> type, String member) throws IOException {
        List<byte[]> classes = new ArrayList<>();
        for (Class<?> one : List.of(
                Point.class,
                Handed.class,
                Sorted.class,
                Open.class,
                Supplier.class,
                Shape.class,
                Initialised.class,
                Wide.class,
                Code.class)) {
            String file = one.getName().substring(one.getName().lastIndexOf('.') + 1) + ".class";
            try (InputStream in = one.getResourceAsStream(file)) {
                classes.add(in.readAllBytes());
            }
        }
        return Calls.of(classes, new ScriptTypes(classes))
                .nesting(type.getName().replace('.', '/'), member);
    }
}
