package io.countersign.sandbox.verify;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.countersign.sandbox.source.Compilation;
import io.countersign.sandbox.source.ScriptCompiler;
import io.countersign.sandbox.weave.Weaver;
import java.util.HashMap;
import java.util.Map;

/** A class file with any bytes changed is refused, or it is woven and keeps every checkpoint; the verifier never falls. */
class VerifierFuzzTest {
    private static final Map<String, byte[]> HONEST = honest();

    private static Map<String, byte[]> honest() {
        Compilation compiled = new ScriptCompiler()
                .compile("import io.countersign.script.*; import java.util.*; public class S implements Workflow {"
                        + " record R(int a, String b) {} enum E { X, Y } sealed interface I permits P {} record P() implements I {}"
                        + " public WorkflowResult run(WorkflowContext ctx) { List<R> l = new ArrayList<>();"
                        + " for (int i = 0; i < 3; i++) { l.add(new R(i, \"x\" + i)); } long[][] m = new long[2][3];"
                        + " try { ctx.http().get(\"https://a.example\").send(); } catch (HttpException e) { ctx.log().info(e.getMessage()); } finally { m[0][1]++; }"
                        + " String s = switch (E.X) { case X -> \"a\"; case Y -> \"b\"; };"
                        + " return WorkflowResult.ok(l.stream().map(R::b).toList() + s, Map.of(\"n\", m[0][1])); } }");
        if (!compiled.clean()) {
            throw new IllegalStateException(compiled.findings().toString());
        }
        return compiled.classes();
    }

    @FuzzTest(maxDuration = "20m")
    void aChangedClassFileIsRefusedOrWoven(FuzzedDataProvider data) {
        Map<String, byte[]> classes = new HashMap<>(HONEST);
        String name = data.pickValue(HONEST.keySet().toArray(new String[0]));
        byte[] bytes = classes.get(name).clone();
        int changes = data.consumeInt(1, 8);
        for (int i = 0; i < changes; i++) {
            bytes[data.consumeInt(0, bytes.length - 1)] = data.consumeByte();
        }
        classes.put(name, bytes);
        if (ClassVerifier.verify(classes).isEmpty()) {
            weave(classes);
        }
    }

    /** Code that no virtual machine would link may fail to be woven; it must not come out without its checkpoints. */
    private static void weave(Map<String, byte[]> classes) {
        try {
            Weaver.weave(classes);
        } catch (RuntimeException refused) {
            // nothing was woven, so nothing runs
        }
    }
}
