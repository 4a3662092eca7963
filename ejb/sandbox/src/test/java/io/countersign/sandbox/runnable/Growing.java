package io.countersign.sandbox.runnable;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Programs of one shape and any size: each grows towards another limit of a class file. */
enum Growing {
    /** A checkpoint for every few bytes. */
    DO_WHILE(1891, 3000, n -> body("int x = 0;\n" + "do { x++; } while (x < 0);\n".repeat(n) + "s += x;")),
    LOOPS_WITH_CALLS(
            4094,
            6000,
            n -> program(
                    "int up(int x) { return x + 1; }",
                    "int x = 0;\n" + "while (x < 0) x = up(x);\n".repeat(n) + "s += x;")),
    /** Jumps beyond 32 KB, out of a loop and back. */
    ONE_LONG_LOOP(
            8179,
            12000,
            n -> body("int x = 0; for (int i = 0; i < 3; i++) { if (x == 1234567) break;\n"
                    + "x = x * 31 + 123_456;\n".repeat(n) + "} s += x;")),
    LONG_LOOP_OF_CALLS(
            10900,
            12000,
            n -> program(
                    "int up(int x) { return x + 1; }",
                    "int x = 0; for (int i = 0; i < 3; i++) { if (x == -1) continue;\n" + "x = up(x);\n".repeat(n)
                            + "} s += x;")),
    LOOP_IN_LAMBDA(
            2077,
            3000,
            n -> body("Supplier<Integer> f = () -> { int x = 0;\n" + "do { x++; } while (x < 0);\n".repeat(n)
                    + "return x; };\n s += f.get();")),
    STATIC_INITIALIZER(
            2077,
            3000,
            n -> program(
                    "static final int Y;\nstatic { int x = 0;\n" + "do { x++; } while (x < 0);\n".repeat(n)
                            + "Y = x; }",
                    "s += Y;")),
    CONSTRUCTOR(
            2077,
            3000,
            n -> program(
                    "static class A { int y;\n A() { int x = 0;\n" + "do { x++; } while (x < 0);\n".repeat(n)
                            + "y = x; } }",
                    "s += new A().y;")),
    FIELD_VALUES(
            3766,
            6000,
            n -> program(
                    "static class A {\n" + each(n, i -> "int a" + i + "[]={" + i % 10 + "};\n") + "}",
                    "s += new A().a0[0];")),
    ARRAY_CONSTANT(
            8223,
            12000,
            n -> program("static final int[] T = {" + each(n, i -> i + ",") + "};", "s += T[0] + T.length;")),
    /** Two constants each, in several methods. */
    CONSTANTS(
            31000,
            45000,
            n -> program(
                    each(
                            8,
                            m -> "double[] d" + m + "() { return new double[] {"
                                    + IntStream.range(0, n)
                                            .filter(i -> i % 8 == m)
                                            .mapToObj(i -> i + "d,")
                                            .collect(Collectors.joining())
                                    + "}; }\n"),
                    "s += d0().length;")),
    METHODS(17061, 20000, n -> program(each(n, i -> "void m" + i + "(){}\n"), "m0();")),
    METHODS_WITH_LOOPS(
            5000,
            5400,
            n -> program(each(n, i -> "int m" + i + "(int x){while(x<0)x=m0(x);return x;}\n"), "s += m0(1);")),
    FIELDS(
            22746,
            24000,
            n -> program("static class A {\n" + each(n, i -> "int f" + i + ";\n") + "}", "s += new A().f0;")),
    /** Local variables that take two places each and no code. */
    LOCALS(
            32700,
            34000,
            n -> body("long " + each(n, i -> "w" + Integer.toString(i, 36) + ",") + "z = 1;\n"
                    + "int c = 0; for (int i = 0; i < 10; i++) { c += i; } s += c + z;")),
    LOCALS_OF_A_GRID(
            32700,
            34000,
            n -> body("long " + each(n, i -> "w" + Integer.toString(i, 36) + ",") + "z = 1;\n"
                    + "int[][][] g = new int[2][2][2]; s += g[1].length + z;")),
    TRY_FINALLY(
            60,
            60,
            n -> body("int x = 0;\n" + "try { x++;\n".repeat(n) + "x += s.length();\n"
                    + "} finally { x += 2; }\n".repeat(n) + "s += x;")),
    TRY_IN_FINALLY(
            11,
            14,
            n -> body("int x = 0;\n" + "try { x++; } finally {\n".repeat(n) + "x++;\n" + "}\n".repeat(n) + "s += x;")),
    TRY_CATCH_BESIDE(
            1662,
            3000,
            n -> body("int x = 0;\n"
                    + "try { x = x / 1; } catch (ArithmeticException e) { x = 1; } finally { x++; }\n".repeat(n)
                    + "s += x;")),
    SWITCH_OF_STRINGS(
            1942,
            3000,
            n -> program(
                    "int pick(String t) { switch (t) {\n" + each(n, i -> "case \"k" + i + "\": return " + i + ";\n")
                            + "default: return -1; } }",
                    "s += pick(\"k0\");")),
    SWITCH_IN_LOOP(
            3274,
            4000,
            n -> body("int x = 0; loop: while (x < 5) { switch (x) {\n"
                    + each(n, i -> "case " + i * 3 + ": x++; continue loop;\n") + "default: x += 2; } } s += x;")),
    ENUM_CONSTANTS(
            2700, 4000, n -> program("enum E {\n" + each(n, i -> "E" + i + ",\n") + "}", "s += E.values().length;")),
    ENUM_SWITCH(
            1500,
            1500,
            n -> program(
                    "enum E {\n" + each(n, i -> "E" + i + ",\n") + "}\n int pick(E e) { return switch (e) {\n"
                            + each(n, i -> "case E" + i + " -> " + i + ";\n") + "}; }",
                    "s += pick(E.E0);")),
    RECORD_COMPONENTS(
            254,
            300,
            n -> program(
                    "record R(" + list(n, i -> "int c" + i) + ") {}",
                    "R r = new R(" + list(n, i -> "" + i) + "); s += r + \" \" + r.hashCode() + r.equals(r);")),
    RECORD_OF_LONGS(
            127,
            300,
            n -> program(
                    "record R(" + list(n, i -> "long c" + i) + ") {}",
                    "R r = new R(" + list(n, i -> "" + i) + "); s += r + \" \" + r.hashCode() + r.equals(r);")),
    CAPTURED(
            250,
            300,
            n -> body(each(n, i -> "int v" + i + " = s.length() + " + i + ";\n") + "Supplier<Integer> f = () -> 0"
                    + each(n, i -> "+v" + i) + "; s += f.get();")),
    CAPTURED_DOUBLES(
            125,
            300,
            n -> body(each(n, i -> "double v" + i + " = s.length() + " + i + ";\n") + "Supplier<Double> f = () -> 0.0"
                    + each(n, i -> "+v" + i) + "; s += f.get();")),
    PARAMETERS(
            254,
            300,
            n -> program(
                    "int sum(" + list(n, i -> "int p" + i) + ") { int x = 0; while (x < 3) x++; return x + p0; }",
                    "s += sum(" + list(n, i -> "" + i) + ");")),
    CONCATENATION(2900, 2990, n -> body("int x = 1;\n s = \"\"" + each(n, i -> "+x") + "; s = \"\" + s.length();")),
    CONCATENATION_OF_DOUBLES(
            2900, 2990, n -> body("double x = 1;\n s = \"\"" + each(n, i -> "+x") + "; s = \"\" + s.length();")),
    CONCATENATION_OF_TEXT(
            1499, 1600, n -> body("String x = s;\n s = \"\"" + each(n, i -> "+x+\"\\u0001,\"") + "; s += s.length();")),
    DIMENSIONS(255, 300, n -> body("int" + "[]".repeat(n) + " a = new int" + "[1]".repeat(n) + "; s += a.length;")),
    CHAIN_OF_CLASSES(
            500,
            500,
            n -> program(
                    "static class A0 { int x() { return 1; } }\n"
                            + each(n, i -> "static class A" + (i + 1) + " extends A" + i + " {}\n"),
                    "s += new A" + n + "().x();")),
    CLASSES(999, 1100, n -> program(each(n, i -> "static class A" + i + " {}\n"), "s += new A0().equals(null);")),
    ANONYMOUS(
            999,
            1100,
            n -> body(each(n, i -> "s = new Object() { String t(String u) { return u; } }.t(s);\n") + "s += 1;")),
    LAMBDAS(1500, 1500, n -> body("Supplier<Integer> f = null;\n" + "f = () -> 1;\n".repeat(n) + "s += f.get();")),
    NESTED_CLASSES(120, 120, n -> program(each(n, i -> "static class N" + i + " {\n") + "}\n".repeat(n), "s += 1;")),
    NESTED_CALLS(
            180,
            190,
            n -> program("int id(int x) { return x; }", "s += " + "id(".repeat(n) + "1" + ")".repeat(n) + ";")),
    NESTED_LOOPS(
            150,
            150,
            n -> body("int x = 0;\n" + "for (;;) {\n".repeat(n) + "x++; break;\n" + "} break;\n".repeat(n - 1)
                    + "} s += x;")),
    INTERFACE_DEFAULTS(
            1500,
            1500,
            n -> program(
                    "interface I {\n" + each(n, i -> "default int m" + i + "(){int x=9;while(x>0)x--;return x;}\n")
                            + "}",
                    "s += new I() {}.m0();")),
    BRIDGES(
            499,
            600,
            n -> program(
                    "interface F<T> { T f(T t); }\n"
                            + each(
                                    n,
                                    i -> "static class B" + i + " implements F<String> {"
                                            + " public String f(String t) { return t; } }\n"),
                    "F<String> f = new B0(); s += f.f(\"b\");"));

    private final int near;
    private final int most;
    private final IntFunction<String> source;

    Growing(int near, int most, IntFunction<String> source) {
        this.near = near;
        this.most = most;
        this.source = source;
    }

    /** About where the largest is that is accepted. */
    int near() {
        return near;
    }

    /** Beyond what a source of 256 KiB, the compiler or the sandbox take, or as large as is worth trying. */
    int most() {
        return most;
    }

    String source(int size) {
        return source.apply(size);
    }

    private static String each(int n, IntFunction<String> part) {
        return IntStream.range(0, n).mapToObj(part).collect(Collectors.joining());
    }

    private static String list(int n, IntFunction<String> part) {
        return IntStream.range(0, n).mapToObj(part).collect(Collectors.joining(", "));
    }

    private static String body(String body) {
        return program("", body);
    }

    static String program(String members, String body) {
        return """
                import io.countersign.script.*;
                import java.util.*;
                import java.util.function.*;

                public class Grown implements Workflow {
                %s
                    @Override
                    public WorkflowResult run(WorkflowContext ctx) {
                        String s = "v";
                %s
                        return WorkflowResult.ok(s);
                    }
                }
                """.formatted(members, body);
    }
}
