package io.countersign.sandbox.worker;

import io.countersign.sandbox.allow.AllowList;
import io.countersign.sandbox.json.JsonText;
import io.countersign.sandbox.source.ScriptCompiler;

/** Loads what the first request would otherwise wait for. */
final class Warmup {
    private static final String SOURCE =
            "import io.countersign.script.*; public class W implements Workflow { public WorkflowResult run(WorkflowContext ctx) { return WorkflowResult.ok(\"\" + ctx.runId()); } }";

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
