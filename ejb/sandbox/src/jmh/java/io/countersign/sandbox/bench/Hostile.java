package io.countersign.sandbox.bench;

/** Scripts that never end by themselves; the last two turn inside of the JDK, where only the end of the process helps. */
enum Hostile {
    EMPTY_LOOP("while (true) { }"),
    SWALLOWING("while (true) { try { n = n / 0; } catch (Exception e) { n++; } finally { n++; } }"),
    FINALLY("while (true) { try { while (true) { n++; } } finally { continue; } }"),
    RECURSION("while (true) { n += down(1_000); }"),
    STREAM("Stream.iterate(1, x -> x).filter(x -> x < 0).findFirst();"),
    GARBAGE("while (true) { n += String.valueOf(n).hashCode(); for (int i = 0; i < 500; i++) n += i; }"),
    REGEX("java.util.regex.Pattern.compile(\"(.*)(.*)(.*)(.*)\\\\1\\\\2x\").matcher(\"ab\".repeat(3_000)).matches();"),
    SORTING(
            "while (true) { List<Integer> l = new ArrayList<>(List.of(3, 1, 2)); l.sort((a, b) -> a - b); n += l.get(0); }"),
    HASH(
            "List<Object> l = new ArrayList<>(List.of(1)); for (int i = 0; i < 50; i++) { List<Object> m = new ArrayList<>(); m.add(l); m.add(l); l = m; } l.hashCode();"),
    LONG_STREAM("LongStream.range(0, Long.MAX_VALUE).sum();");

    private final String body;

    Hostile(String body) {
        this.body = body;
    }

    /** Whether no checkpoint is ever passed. */
    boolean insideOfTheJdk() {
        return this == HASH || this == LONG_STREAM;
    }

    String source() {
        return "import io.countersign.script.*; import java.util.*; import java.util.stream.*;\n"
                + "public class Hostile implements Workflow {\n"
                + "  int n = 1;\n"
                + "  int down(int to) { return to == 0 ? 1 : down(to - 1) + 1; }\n"
                + "  public WorkflowResult run(WorkflowContext ctx) {\n"
                + "    if (ctx.runId() != null) { "
                + body
                + " }\n"
                + "    return WorkflowResult.ok(\"ended \" + n);\n  }\n}\n";
    }
}
