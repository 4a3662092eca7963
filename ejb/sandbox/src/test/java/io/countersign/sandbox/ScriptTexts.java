package io.countersign.sandbox;

import io.countersign.sandbox.http.EgressPolicy;
import io.countersign.sandbox.http.RequestGuard;
import io.countersign.sandbox.mocks.MockHost;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sources of scripts put together for tests, and what it takes to run them. */
public final class ScriptTexts {
    public static final Host NO_HOST = new MockHost(List.of(), new RequestGuard(EgressPolicy.of("", false)));

    private ScriptTexts() {}

    /** A script that calls itself for ever through a method of a certain shape, whose frames are large. */
    public record Shape(String name, String source) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A class with the members, whose run says the expression. */
    public static String script(String members, String expression) {
        return "import io.countersign.script.*; import java.util.*; import java.util.function.*; import java.util.stream.*;"
                + " public class Made implements Workflow { " + members
                + "\npublic WorkflowResult run(WorkflowContext ctx) { return WorkflowResult.ok(" + expression
                + "); } }";
    }

    /** Declares long variables {@code v0} and on, each used. */
    public static String variables(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "long v" + i + " = " + i + ";")
                .collect(Collectors.joining(" "));
    }

    /** A run of the source by nobody on nothing. */
    public static RunSpec spec(String source, Map<String, Object> parameters, Limits limits) {
        return new RunSpec(
                source,
                "made",
                IndicatorData.of("ip", "203.0.113.9"),
                null,
                parameters,
                Map.of(),
                Set.of(),
                limits,
                new CancelToken());
    }

    /** All shapes, each with so many large variables in its frame. */
    public static List<Shape> shapes(int count) {
        String v = variables(count);
        String parameters = IntStream.range(0, 120).mapToObj(i -> "long p" + i).collect(Collectors.joining(", "));
        String arguments = IntStream.range(0, 120).mapToObj(i -> "p" + i).collect(Collectors.joining(", "));
        String zeros = IntStream.range(0, 120).mapToObj(i -> "0L").collect(Collectors.joining(", "));
        return List.of(
                shape("static method", "static long f(int n) { " + v + " return f(n + 1) + v1; }", "f(0)"),
                shape("method", "long f(int n) { " + v + " return f(n + 1) + v1; }", "f(0)"),
                shape("constructor", "static class C { C(int n) { " + v + " new C(n + 1); } }", "new C(0)"),
                shape("instance initialiser", "static class C { { " + v + " new C(); } }", "new C()"),
                shape(
                        "lambda",
                        "Function<Integer, Long> f; long g() { f = n -> { " + v
                                + " return f.apply(n + 1) + v1; }; return f.apply(0); }",
                        "g()"),
                shape(
                        "method reference",
                        "long f(Integer n) { " + v
                                + " Function<Integer, Long> g = this::f; return g.apply(n + 1) + v1; }",
                        "f(0)"),
                shape("compact constructor", "record R(int n) { R { " + v + " new R(n + 1); } }", "new R(0)"),
                shape(
                        "record accessor",
                        "record R(int n) { public int n() { " + v + " return new R(n).n() + (int) v1; } }",
                        "new R(0).n()"),
                shape(
                        "switch expression",
                        "int f(int n) { return switch (n % 3) { case 0 -> { " + v
                                + " yield f(n + 1) + (int) v1; } default -> f(n + 2); }; }",
                        "f(0)"),
                shape(
                        "many parameters",
                        "long f(int n, " + parameters + ") { return f(n + 1, " + arguments + ") + p1; }",
                        "f(0, " + zeros + ")"),
                shape(
                        "deep operand stack",
                        "static long f(int n) { return " + "(1L + ".repeat(190) + "f(n + 1)" + ")".repeat(190) + "; }",
                        "f(0)"),
                shape(
                        "two in turn",
                        "long f(int n) { " + v + " return g(n + 1) + v1; } long g(int n) { return f(n); }",
                        "f(0)"),
                shape(
                        "comparator called by a sort",
                        "int f(int n) { " + v
                                + " List<Integer> l = new ArrayList<>(List.of(2, 1)); l.sort((a, b) -> f(n + 1)); return (int) v1; }",
                        "f(0)"),
                shape(
                        "stream stage",
                        "int f(int n) { " + v
                                + " return Stream.of(1, 2).map(x -> f(n + 1)).toList().size() + (int) v1; }",
                        "f(0)"),
                shape(
                        "iterator",
                        "class I implements Iterable<String> { public Iterator<String> iterator() { " + v
                                + " for (String s : new I()) { } return List.of(\"\" + v1).iterator(); } }",
                        "new I().iterator()"),
                shape(
                        "toString called by a join",
                        "class T { public String toString() { " + v + " return \"\" + v1 + new T(); } }",
                        "new T()"),
                shape(
                        "interface default",
                        "interface D { default long f() { " + v + " return new D() {}.f() + v1; } }",
                        "new D() {}.f()"),
                shape("finally", "long f(int n) { try { " + v + " return f(n + 1) + v1; } finally { n++; } }", "f(0)"),
                shape(
                        "anonymous class",
                        "long f() { return new Object() { long g() { " + v + " return f() + v1; } }.g(); }",
                        "f()"),
                shape(
                        "enum constant",
                        "enum E { A { long f() { " + v + " return A.f() + v1; } }; abstract long f(); }",
                        "E.A.f()"));
    }

    private static Shape shape(String name, String members, String expression) {
        return new Shape(name, script(members, "\"\" + " + expression));
    }
}
