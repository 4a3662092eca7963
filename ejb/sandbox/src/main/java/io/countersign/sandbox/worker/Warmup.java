package io.countersign.sandbox.worker;

import io.countersign.sandbox.allow.AllowList;
import io.countersign.sandbox.json.JsonText;
import io.countersign.sandbox.source.ScriptCompiler;

/** Loads what the first request would otherwise wait for. */
final class Warmup {
    private static final String SOURCE =
            "import io.countersign.script.*; import java.util.*; public class W implements Workflow { record R(String a, int b) {} enum E { X }"
                    + " public WorkflowResult run(WorkflowContext ctx) { List<String> l = new ArrayList<>(); for (int i = 0; i < 3; i++) l.add(\"a\" + i);"
                    + " var m = ctx.http().get(\"https://a.example\").header(\"a\", \"b\").send(); return WorkflowResult.ok(l.stream().map(String::trim).toList() + new R(ctx.runId(), 1).a(), Map.of(\"s\", m.status())); } }";

    private Warmup() {}

    static void warm(boolean compiles) {
        AllowList.standard().hasClass("java.lang.String");
        if (compiles) {
            new ScriptCompiler().compile(SOURCE);
        } else {
            JsonText.write(JsonText.read("{\"a\":[1,2.5,true]}"));
        }
    }
}
